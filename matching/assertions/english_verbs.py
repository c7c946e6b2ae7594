"""English verbs whose past is another word: what each form is a form of."""

from __future__ import annotations

from matching.figures.english import SYNONYMS
from matching.text import stem

# Base and the forms of one verb, a verb each. Left out are forms that are more often another
# word: “bore”, “ground”, “lay”, “wound”; and verbs that are stop words.
_IRREGULAR = """
    arise arose arisen, awake awoke awoken, become became, begin began begun, bend bent,
    bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred,
    bring brought, build built, burn burnt, buy bought, catch caught, choose chose chosen,
    cling clung, come came, creep crept, deal dealt, dig dug, draw drew drawn, dream dreamt,
    drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt,
    fight fought, find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden,
    forget forgot forgotten, forgive forgave forgiven, freeze froze frozen, get got gotten,
    give gave given, go went gone, grow grew grown, hang hung, hear heard, hide hid hidden,
    hold held, keep kept, kneel knelt, know knew known, lay laid, lead led, lean leant, leap leapt,
    learn learnt, leave left, lend lent, light lit, lose lost, make made, mean meant, meet met,
    mistake mistook mistaken, overcome overcame, overtake overtook overtaken,
    overthrow overthrew overthrown, pay paid, prove proven, rebuild rebuilt, ride rode ridden,
    ring rang rung, rise rose risen, run ran, see saw seen, seek sought, sell sold, send sent,
    sew sewn, shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk,
    sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid,
    smell smelt, speak spoke spoken, speed sped, spell spelt, spend spent, spill spilt, spin spun,
    spit spat, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting stung,
    strike struck stricken, strive strove striven, swear swore sworn, sweep swept,
    swell swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
    think thought, throw threw thrown, undergo underwent undergone, understand understood,
    undertake undertook undertaken, undo undid undone, uphold upheld, wake woke woken,
    wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn,
    withhold withheld, withstand withstood, write wrote written
"""

BASES = {
    stem(form): SYNONYMS.get(stem(base), stem(base))
    for base, *forms in (verb.split() for verb in _IRREGULAR.split(","))
    for form in forms
}
"""The stem of each form with that of its verb: “met” is “meet”, “rose” is “rise”."""

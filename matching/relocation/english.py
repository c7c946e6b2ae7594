"""English words whose change is never a mere rewording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from matching.assertions.english import ENGLISH as ASSERTIONS
from matching.attribution.english import ENGLISH as ATTRIBUTION
from matching.figures.english import ENGLISH
from matching.figures.english_numbers import CARDINALS, MAGNITUDES, ORDINALS, VAGUE
from matching.wordlists import STARTERS, STOP_WORDS


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _each_form(table: str) -> dict[str, str]:
    """Each word of a line with the first of its line."""
    lines = (line.split() for line in table.strip().splitlines())
    return {form: forms[0] for forms in lines for form in forms}


HARMS = _each_form("""
    kill kills killed killing killings
    die dies died dying dead death deaths
    fatal fatally fatality fatalities
    perish perished perishes
    murder murders murdered murdering
    assassinate assassinated assassination
    executed execution executions
    slay slew slain slaying
    massacre massacred massacres
    lynch lynched lynching
    strangle strangled
    drown drowns drowned drowning
    suffocate suffocated choked asphyxiated
    electrocuted
    poison poisoned poisoning
    injure injures injured injuring injury injuries
    wound wounds wounded wounding
    hurt hurts hurting
    harm harms harmed harming
    maim maimed
    shoot shoots shot shooting shootings
    stab stabs stabbed stabbing stabbings
    beat beats beaten beating beatings
    assault assaults assaulted assaulting
    attack attacks attacked attacking
    rape rapes raped raping
    abuse abuses abused abusing
    molest molested
    torture tortured torturing
    bomb bombs bombed bombing bombings
    shell shelled shelling
    burn burns burned burnt burning
    crush crushed crushing
    starve starved starving starvation
    kidnap kidnaps kidnapped kidnapping abduct abducted abduction
    ambush ambushed
    arrest arrests arrested arresting
    detain detains detained detaining detention detentions
    jails jailed jailing
    imprison imprisoned imprisonment
    charge charges charged charging
    convict convicts convicted conviction
    sentence sentences sentenced
    accuse accuses accused accusing
    deport deported deportation
    expel expelled
    displace displaced
    evacuate evacuated evacuation
    missing
    hospitalise hospitalised hospitalize hospitalized
    infect infected infections
    sicken sickened ill
    survive survives survived survivor survivors
    rescue rescues rescued rescuing
    alive
    destroy destroys destroyed destroying
    damage damages damaged damaging
    loot looted looting
    rob robbed robbery
    threaten threatened threatens
""")
"""Verbs of harm, and what came of it, each form with its verb: “killed” to “died” is a change."""

REFUSED = _each_form("""
    deny denies denied denying denial
    refute refutes refuted
    refuse refuses refused refusing
    decline declines declined declining
    fail fails failed failing
    unable
    false untrue
""")
"""Words that deny what follows."""

NEGATORS = ASSERTIONS.negators | _listed("nobody nothing nowhere hardly barely scarcely non")
CONTRACTED = ASSERTIONS.contracted
_SHORTENED = {"cannot": "can", "can't": "can", "won't": "will", "shan't": "shall"}

AMOUNTS = _listed("""
    all both half most several few many none majority minority dozen dozens once twice thrice double
    doubled triple tripled quadrupled single couple pair score scores
""")
"""Words for a number that are not always read as a figure."""

AMOUNT_VALUES = {
    "both": "2", "couple": "2", "pair": "2", "double": "2", "twice": "2", "single": "1",
    "once": "1", "thrice": "3", "triple": "3", "dozen": "12", "none": "0", "half": "0.5",
}  # fmt: skip
"""The number that such a word says."""

NUMBERS = frozenset(CARDINALS) | frozenset(MAGNITUDES) | frozenset(VAGUE) | AMOUNTS

DAYS = (
    _listed("""
    yesterday today tonight tomorrow spring summer autumn winter
""")
    | frozenset(ENGLISH.months) - ENGLISH.shy_months
    | frozenset(ENGLISH.weekdays)
)
PER = _listed("a an per each every")
LENGTHS = {
    form: ENGLISH.units[form].factor
    for unit in ("hour", "day", "week", "month", "year", "decade", "century", "fortnight")
    for form in (unit, "centuries" if unit == "century" else f"{unit}s")
}
"""Stretches of time in seconds, told without a figure: “a week later”, “for months”."""

HOW_OFTEN = _listed("hourly daily weekly fortnightly monthly quarterly yearly annual annually")
BEFORE_LENGTHS = _listed("""
    for in within after about around nearly almost over under until than least lasted lasts last
    took takes take waited wait is was by some only just of
""")
"""Words before “a week” that make it a length of time; behind others it is a rate."""

BACK = _listed("""
    before until till ago earlier early down lower below less fewer previously beforehand
""")
FORTH = _listed("after since later late up higher above more afterwards past following")
"""Ways in which a figure or day can be told from another; one is never a wording of the other."""

STEPS = _listed("last next this previous past coming")
PERIODS = _listed("week month year weekend decade century night fortnight quarter")

TITLES = ASSERTIONS.titles | _listed("mr mrs ms mx dr prof gen gov sen rep lt col capt sgt")

OFFICES = ASSERTIONS.offices | ASSERTIONS.posts | TITLES
BESIDE_NAMES = OFFICES | _listed("and or the a an")
PARTICLES = _listed("von van der den de del della di da dos das du la le al el bin ibn ben ter zu")
"""Small words amid a name: “Ursula von Bergen”."""

BEING = _listed("be is are was were been being am get gets got")

COMMON = (
    STOP_WORDS
    | frozenset(map(str.lower, STARTERS))
    | ENGLISH.people
    | frozenset(ENGLISH.states)
    | frozenset(ENGLISH.units)
    | ENGLISH.things
    | frozenset(ORDINALS)
    | NUMBERS
    | BACK
    | FORTH
    | HOW_OFTEN
    | NEGATORS
    | frozenset(HARMS)
    | ASSERTIONS.offices
    | ASSERTIONS.posts
    | ASSERTIONS.modifiers
    | ATTRIBUTION.unnamed
    | ATTRIBUTION.spokesmen
    | ATTRIBUTION.records
    | _listed("""
        police officials authorities rescue emergency local state government ministry court council
        family relatives neighbours neighbors teachers doctors nurses farmers fishermen drivers fire
        smoke flames rain snow wind fog ice flood floods storm power water traffic trains buses
        flights schools shops businesses prices shares sales talks work repairs news public company
        another nobody everyone anyone someone everything something nearly almost around over under
        today yesterday tomorrow last next such even only once because despite amid among within
        without between across along behind beyond during following according yes no please let
        ferry harbour harbor port river town city village road street bridge hospital
    """)
)
"""Words that begin a sentence without being a name."""

COMMON_ENDINGS = (
    "ers", "ors", "ists", "ings", "ing", "tion", "tions", "sion", "sions", "ment", "ments", "ities",
    "ity", "ness", "ly", "ed", "ence", "ance", "ians", "eers", "ants", "ents", "ages", "ures",
)  # fmt: skip

NOTES = (
    ("correction",), ("corrections",), ("corrected",), ("clarification",), ("misstated",),
    ("earlier", "version"), ("previous", "version"), ("original", "version"), ("earlier", "story"),
    ("incorrectly",), ("erroneously",), ("mistakenly",), ("wrongly", "said"), ("wrongly", "stated"),
    ("originally", "said"), ("originally", "reported"), ("previously", "said"),
    ("previously", "reported"), ("amended",),
)  # fmt: skip
"""What a note of correction says; it quotes words that no longer stand."""

AUXILIARIES = _listed("""
    a an the and or was were is are be been being had has have will would it
""")
"""Words beside a name or figure that tell nothing of its part in the sentence."""


def is_denial(key: str) -> bool:
    """Whether a word denies another: “not”, “didn't”, “denied”."""
    return key in NEGATORS or key in REFUSED or key.endswith(CONTRACTED)


def is_number(key: str) -> bool:
    """Whether a word begins or is a number, in digits or in words."""
    return key[:1].isdigit() or key in NUMBERS


def spelt_out(keys: Iterable[str]) -> Iterator[str]:
    """The words with “didn't” as “did”, “not”."""
    for key in keys:
        if key in _SHORTENED:
            yield _SHORTENED[key]
        elif key.endswith(CONTRACTED):
            yield key.removesuffix(CONTRACTED)
        else:
            yield key
            continue
        yield "not"

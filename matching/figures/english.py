"""English figures: every word that the reader knows, and what it stands for."""

from __future__ import annotations

from matching.figures.english_numbers import (
    BOUNDS,
    BOUNDS_BEHIND,
    CARDINALS,
    FRACTIONS,
    GLUED,
    MAGNITUDES,
    ORDINALS,
    VAGUE,
)
from matching.figures.english_units import (
    CELSIUS,
    CURRENCIES,
    CURRENCY_SIGNS,
    DAYPARTS,
    FAHRENHEIT,
    MONTHS,
    UNIT_PHRASES,
    UNITS,
    WEEKDAYS,
    ZONES,
)
from matching.figures.language import Language
from matching.figures.quantity import HARMED
from matching.figures.tables import each, listed
from matching.wordlists import STOP_WORDS

STATES = each(
    ("dead", "killed killing kill kills dead died die dies death deaths fatalities fatality toll"),
    ("dead", "perished drowned slain bodies corpses lives executed murdered"),
    ("injured", "injured injuring injure wounded wounding hurt injuries hospitalized hospitalised"),
    ("missing", "missing unaccounted"),
    ("arrested", "arrested arresting detained arrests detaining detentions"),
    ("rescued", "rescued rescuing survived survivors saved alive"),
    ("displaced", "evacuated displaced homeless fled evacuating"),
    ("ill", "infected sickened ill cases sick infections"),
)
PEOPLE = listed("""
    people person persons man men woman women child children civilian civilians soldier soldiers
    troop troops passenger passengers victim victims worker workers employee employees student
    students boy boys girl girls teen teenager teenagers member members resident residents migrant
    migrants protester protesters protesters suspect suspects patient patients officer officers
    others police policemen demonstrators prisoner prisoners hostage hostages baby babies pupil
    pupils crew sailors tourists villagers militants fighters gunmen driver
""")
# Stems that outlets use for one another, each with the one that stands for all.
SYNONYMS = each(
    ("country", "nation state"),
    ("troop", "soldier servicemen"),
    ("people", "person"),
    ("child", "kid children youngster"),
    ("company", "firm compani busi"),
    ("officer", "polic policemen"),
    ("house", "home"),
    ("car", "vehicl automobil"),
    ("ship", "vessel boat"),
    ("employe", "worker staff employee"),
    ("attack", "strike"),
    ("explos", "blast bomb"),
    ("post", "job posit"),
    ("locat", "site place"),
    ("woman", "women"),
    ("man", "men"),
    ("start", "begin began begun commenc"),
    ("talk", "negoti"),
    ("quak", "earthquak tremor"),
    ("troop", "forc"),
    ("plane", "aircraft airplan jet"),
)
ENGLISH = Language(
    cardinals=CARDINALS,
    magnitudes=MAGNITUDES,
    plural_magnitudes={f"{word}s": factor for word, factor in MAGNITUDES.items()},
    glued_magnitudes=GLUED,
    vague=VAGUE,
    collectives={"dozen": 12, "couple": 2, "pair": 2, "score": 20},
    ordinals=ORDINALS,
    ordinal_endings=listed("st nd rd th"),
    fractions=FRACTIONS,
    halves=listed("half"),
    articles=listed("a an"),
    determiners=listed("a an the"),
    joiners=listed("and"),
    range_words=listed("to or"),
    between=listed("between from"),
    bounds=BOUNDS,
    bounds_behind=BOUNDS_BEHIND,
    units=UNITS,
    unit_phrases=UNIT_PHRASES,
    currency_signs=CURRENCY_SIGNS,
    currencies=CURRENCIES,
    percent=listed("% percent pct pc"),
    points=listed("point points"),
    months=MONTHS,
    shy_months=listed("may march mar sep dec jan"),
    weekdays=WEEKDAYS,
    dayparts=DAYPARTS,
    relative_days={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    relative_years={"last": -1, "this": 0, "next": 1},
    meridiems={"am": 0, "pm": 720},
    zones=ZONES,
    date_words=listed(
        "in since until till by last this next of during early late mid before after"
    ),
    offsets=listed("ago earlier later"),
    old=listed("old olds"),
    aged=listed("aged age ages"),
    decades_of_life=listed("his her their early mid late -"),
    people=PEOPLE,
    person=listed("""
        person man woman boy girl teenager soldier officer policeman driver passenger resident
        student suspect victim patient worker pupil migrant father mother son daughter husband wife
        brother sister pilot rider cyclist farmer fisherman gunman
    """),
    states=STATES,
    fillers=listed(
        "more other others new additional further of the its his her their our these those"
    ),
    passing=listed("were was have has been had are is be being left also feared reported believed"),
    score_words=listed(
        "vote votes voted win won victory beat defeat defeated lost loss lead led ruling ruled"
        " score scored draw drew verdict decision majority margin"
    ),
    counted_by_one=PEOPLE | listed("killed dead injured wounded missing arrested other"),
    lasting=listed(
        "lasted lasting lasts last for than within took takes least about nearly almost"
    ),
    stop_words=STOP_WORDS,
    dollars=each(("USD", "us"), ("AUD", "a au"), ("CAD", "c"), ("HKD", "hk"), ("NZD", "nz")),
    pronouns=listed("one"),
    oclock=listed("o'clock"),
    ahead=listed("will next would until to expected due planned scheduled set tomorrow"),
    versus=listed("to against"),
    moves=listed("""
        from by rise rises rose risen rising fall falls fell fallen falling jump jumps jumped
        climb climbed climbing slip slipped drop drops dropped gain gained grow grew grown lose
        lost leap leaped leapt increase increased decrease decreased cut raised lowered up down
    """),
    numbered=listed("""
        highway section chapter article route flight channel room level category grade phase stage
        type platform gate ward district page item paragraph clause resolution volume episode season
        week day game lane exit unit reactor magnitude number no nos
    """),
    of=listed("of"),
    out_of=(("in",), ("out", "of"), ("of", "every"), ("in", "every")),
    alternatives=listed("or"),
    per=listed("per a an each every"),
    reporting=listed("""
        announce announced announces report reported reports state stated statement declare
        declared add added tweet tweeted post posted write wrote release released publish
        published confirm confirmed interview conference said says told saying
    """),
    times=listed("time times"),
    rank_words=listed("no number nos"),
    decades=listed("s"),
    countdown=listed("left remaining to into"),
    ballots=listed("vote votes goals games points seats runs"),
    scales={"c": CELSIUS, "f": FAHRENHEIT},
    comparisons=listed("above over below under past beyond near"),
    nobody=(("no", "one"), ("no", "-", "one"), ("nobody",)),
    none=listed("none"),
    no=listed("no without"),
    harms=each((HARMED, "hurt harmed casualties casualty victims"), ("injured", "injury")),
    not_zero=listed("""
        toll bodies corpses lives alive saved cases death kill kills killing killings fatality
        infections sick homeless executed displaced missing
    """),
    bystanders=listed("""
        made make official officials authority authorities government spokesman spokeswoman hospital
        so far yet total least others more another later earlier today yesterday last
    """),
    too=listed("also"),
    possessive=listed("' ’"),
    aside=listed("of on in at aboard inside among from near"),
    synonyms=SYNONYMS,
    things=listed("""
        war wars conflict company firm business strike building law legislation program programme
        treaty ban feud dispute tradition club church city house home school bridge ship boat
        vessel plane aircraft car truck structure institution organization organisation group
        agency contract deal agreement case record mark history rule regime government party
        insurgency rebellion marriage career relationship investigation standoff siege blockade
        embargo campaign crisis drought tree wine whisky whiskey painting manuscript fossil skull
        tower castle temple factory plant mine network newspaper magazine bank system policy
        ceasefire truce curfew occupation revolution uprising trial ruling software
    """),
)

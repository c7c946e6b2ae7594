"""English figures: every word that the reader knows, and what it stands for."""

from __future__ import annotations

from matching.figures.language import Bound, Language, Unit
from matching.figures.quantity import HARMED, Approximation, Dimension
from matching.wordlists import STOP_WORDS


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * number for number, word in enumerate(words.split())}


def _paired(words: str) -> dict[str, int]:
    return {word: int(number) for word, _, number in (w.partition("=") for w in words.split())}


def _each(*rows: tuple[str, str]) -> dict[str, str]:
    """Each word of the second of a row with the first."""
    return {word: one for one, words in rows for word in words.split()}


def _phrases(bound: Bound, phrases: str) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for phrase in phrases.split(", ")}


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = _numbered(_UNITS) | _numbered(_TENS, 20, 10)
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
GLUED = {"k": 1e3} | dict.fromkeys(("m", "mm", "mn", "mln"), 1e6)
GLUED |= dict.fromkeys(("b", "bn"), 1e9) | dict.fromkeys(("tn", "trn"), 1e12)
VAGUE = {
    "tens": (20.0, 99.0),
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9_999.0),
    "millions": (2e6, 9_999_999.0),
    "billions": (2e9, 9_999_999_999.0),
}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
    " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
    1,
)
FRACTIONS = {
    f"{word}{ending}": number
    for word, number in _numbered("third fourth fifth sixth seventh eighth ninth tenth", 3).items()
    for ending in ("", "s")
} | {"quarter": 4, "quarters": 4, "half": 2, "halves": 2}

# Ten per cent either way is how far editors let “about” go; “nearly” reaches no higher than
# the figure and seldom more than a fourteenth below it.
ABOUT = Bound(Approximation.ABOUT, 0.9, 1.1)
ESTIMATED = Bound(Approximation.ABOUT, 0.85, 1.15)
NEARLY = Bound(Approximation.NEARLY, 0.93, 1.0)
AT_LEAST = Bound(Approximation.AT_LEAST, 1.0, float("inf"))
AT_MOST = Bound(Approximation.AT_MOST, 0.0, 1.0)
BOUNDS = {
    **_phrases(
        ABOUT,
        "about, around, roughly, approximately, approx, some, circa, ca, in the region of,"
        " in the order of, somewhere around, close to, near, or about, give or take, ~, ≈",
    ),
    **_phrases(ESTIMATED, "estimated, an estimated, possibly, perhaps, maybe, as estimated"),
    **_phrases(
        NEARLY,
        "nearly, almost, just under, just below, just short of, approaching, approached,"
        " not quite, a little under, slightly less than, slightly under, virtually",
    ),
    **_phrases(
        AT_LEAST,
        "more than, over, at least, above, exceeding, exceeded, exceeds, upwards of, upward of,"
        " no fewer than, no less than, not less than, topped, topping, surpassed, surpassing,"
        " greater than, in excess of, well over, just over, a minimum of, minimum, better than,"
        " higher than, longer than, older than, well above, a little over, >, ≥,"
        " a little more than, slightly more than, slightly over, just above",
    ),
    **_phrases(
        AT_MOST,
        "up to, as many as, as much as, at most, under, below, less than, fewer than,"
        " no more than, not more than, a maximum of, maximum, at the most, lower than,"
        " as high as, as long as, well under, well below, within, not exceeding, <, ≤",
    ),
}
BOUNDS_BEHIND = {
    **_phrases(AT_LEAST, "or more, or over, or above, or older, or greater, plus, +, at least"),
    **_phrases(AT_MOST, "or fewer, or less, or under, or younger, at most, at the most"),
    **_phrases(ABOUT, "or so, or thereabouts, more or less, give or take"),
}


def _units(dimension: Dimension, table: str) -> dict[str, Unit]:
    """`singular,plural,…=factor:shown`; the first shown is of all."""
    found: dict[str, Unit] = {}
    for entry in table.split():
        names, _, rest = entry.partition("=")
        factor, _, shown = rest.partition(":")
        unit = Unit(dimension, float(factor), shown)
        found |= dict.fromkeys(names.split(","), unit)
    return found


DURATIONS = _units(
    Dimension.DURATION,
    "second,seconds,sec,secs=1:s minute,minutes,min,mins=60:min hour,hours,hr,hrs,h=3600:h"
    " day,days=86400:days week,weeks=604800:weeks fortnight,fortnights=1209600:fortnights"
    " month,months=2629800:months year,years,yr,yrs=31557600:years"
    " decade,decades=315576000:decades century,centuries=3155760000:centuries",
)
UNITS: dict[str, Unit] = {
    **DURATIONS,
    **_units(
        Dimension.DISTANCE,
        "kilometer,kilometers,kilometre,kilometres,km,kms=1000:km meter,meters,metre,metres=1:m"
        " centimeter,centimeters,centimetre,centimetres,cm=0.01:cm"
        " mm,millimetres,millimeters=0.001:mm mile,miles=1609.344:miles foot,feet,ft=0.3048:ft"
        " inch,inches=0.0254:in yard,yards=0.9144:yd",
    ),
    **_units(
        Dimension.AREA,
        "acre,acres=4046.86:acres hectare,hectares,ha=10000:ha",
    ),
    **_units(
        Dimension.VOLUME,
        "liter,liters,litre,litres=1:l gallon,gallons=3.785:gal barrel,barrels=158.99:barrels",
    ),
    **_units(
        Dimension.MASS,
        "kilogram,kilograms,kg,kgs,kilo,kilos=1:kg gram,grams,gramme,grammes=0.001:g"
        " pound,pounds,lb,lbs=0.453592:lb ounce,ounces,oz=0.0283495:oz"
        " ton,tons,tonne,tonnes=1000:t",
    ),
    **_units(Dimension.SPEED, "mph=0.44704:mph kph,kmh=0.277778:km/h knot,knots=0.514444:knots"),
    **_units(
        Dimension.POWER,
        "megawatt,megawatts,mw=1e6:MW gigawatt,gigawatts,gw=1e9:GW kilowatt,kilowatts,kw=1e3:kW",
    ),
    **_units(Dimension.TEMPERATURE, "degree,degrees=1:° celsius,centigrade=1:°C"),
    "fahrenheit": Unit(Dimension.TEMPERATURE, 5 / 9, "°F", -160 / 9),
}
CELSIUS, FAHRENHEIT = UNITS["celsius"], UNITS["fahrenheit"]
UNIT_PHRASES: dict[tuple[str, ...], Unit] = {
    **{("square", word): Unit(Dimension.AREA, 2_589_988, "sq miles") for word in ("mile", "miles")},
    **{("square", word): Unit(Dimension.AREA, 0.092903, "sq ft") for word in ("foot", "feet")},
    **{
        ("square", word): Unit(Dimension.AREA, unit.factor**2, f"{unit.shown}²")
        for word, unit in UNITS.items()
        if unit.shown in ("km", "m", "cm")
    },
    **{("miles", word, "hour"): UNITS["mph"] for word in ("per", "an")},
    **{(f"kilomet{e}s", w, "hour"): UNITS["kmh"] for e in ("er", "re") for w in ("per", "an")},
    ("km", "/", "h"): UNITS["kmh"],
    **{("degrees", word): CELSIUS for word in ("celsius", "centigrade", "c")},
    **{("degrees", word): FAHRENHEIT for word in ("fahrenheit", "f")},
    ("°", "c"): CELSIUS,
    ("°", "f"): FAHRENHEIT,
    **{("percentage", w): Unit(Dimension.POINTS, 1.0, "% points") for w in ("point", "points")},
    **{("basis", w): Unit(Dimension.POINTS, 0.01, "basis points") for w in ("point", "points")},
    ("nautical", "miles"): Unit(Dimension.DISTANCE, 1852.0, "nmi"),
}
CURRENCY_SIGNS = _each(
    ("USD", "$"), ("GBP", "£"), ("EUR", "€"), ("JPY", "¥"), ("INR", "₹"), ("RUB", "₽"), ("KRW", "₩")
)
CURRENCIES = {
    word: (code, 0.01 if word in ("cent", "cents", "pence", "penny") else 1.0)
    for word, code in _each(
        ("USD", "dollar dollars usd cent cents"),
        ("EUR", "euro euros eur"),
        ("GBP", "sterling gbp quid pence penny"),
        ("JPY", "yen jpy"),
        ("RUB", "ruble rubles rouble roubles rub"),
        ("INR", "rupee rupees"),
        ("CNY", "yuan renminbi cny"),
        ("CHF", "franc francs chf"),
        ("KRW", "won krw"),
        ("MXN", "peso pesos"),
        ("TRY", "lira liras"),
        ("SEK", "krona kronor"),
    ).items()
}
_MONTHS = "january february march april may june july august september october november december"
MONTHS = (
    _numbered(_MONTHS, 1)
    | {name[:3]: number for name, number in _numbered(_MONTHS, 1).items()}
    | {"sept": 9}
)
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
# Minutes after midnight, beyond 1440 in the next morning; generous, as people differ on them.
_STARTS = _paired(
    "dawn=240 daybreak=240 morning=300 noon=690 midday=660 lunchtime=660 afternoon=720 dusk=1020"
    " evening=1045 tonight=1020 night=1080 overnight=1260 midnight=1410"
)
_ENDS = _paired(
    "dawn=480 daybreak=480 morning=720 noon=780 midday=840 lunchtime=840 afternoon=1040 dusk=1290"
    " evening=1350 tonight=1740 night=1740 overnight=1860 midnight=1470"
)
DAYPARTS = {word: (start, _ENDS[word]) for word, start in _STARTS.items()}
ZONES = _paired(
    "gmt=0 utc=0 z=0 bst=60 cet=60 cest=120 eet=120 eest=180 msk=180 ist=330 pkt=300 kst=540"
    " jst=540 hkt=480 sgt=480 aest=600 aedt=660 est=-300 edt=-240 cst=-360 cdt=-300 mst=-420"
    " mdt=-360 pst=-480 pdt=-420"
)
STATES = _each(
    ("dead", "killed killing kill kills dead died die dies death deaths fatalities fatality toll"),
    ("dead", "perished drowned slain bodies corpses lives executed murdered"),
    ("injured", "injured injuring injure wounded wounding hurt injuries hospitalized hospitalised"),
    ("missing", "missing unaccounted"),
    ("arrested", "arrested arresting detained arrests detaining detentions"),
    ("rescued", "rescued rescuing survived survivors saved alive"),
    ("displaced", "evacuated displaced homeless fled evacuating"),
    ("ill", "infected sickened ill cases sick infections"),
)
PEOPLE = _listed("""
    people person persons man men woman women child children civilian civilians soldier soldiers
    troop troops passenger passengers victim victims worker workers employee employees student
    students boy boys girl girls teen teenager teenagers member members resident residents migrant
    migrants protester protesters protesters suspect suspects patient patients officer officers
    others police policemen demonstrators prisoner prisoners hostage hostages baby babies pupil
    pupils crew sailors tourists villagers militants fighters gunmen driver
""")
# Stems that outlets use for one another, each with the one that stands for all.
SYNONYMS = _each(
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
    ordinal_endings=_listed("st nd rd th"),
    fractions=FRACTIONS,
    halves=_listed("half"),
    articles=_listed("a an"),
    determiners=_listed("a an the"),
    joiners=_listed("and"),
    range_words=_listed("to or"),
    between=_listed("between from"),
    bounds=BOUNDS,
    bounds_behind=BOUNDS_BEHIND,
    units=UNITS,
    unit_phrases=UNIT_PHRASES,
    currency_signs=CURRENCY_SIGNS,
    currencies=CURRENCIES,
    percent=_listed("% percent pct pc"),
    points=_listed("point points"),
    months=MONTHS,
    shy_months=_listed("may march mar sep dec jan"),
    weekdays=WEEKDAYS,
    dayparts=DAYPARTS,
    relative_days={"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1},
    relative_years={"last": -1, "this": 0, "next": 1},
    meridiems={"am": 0, "pm": 720},
    zones=ZONES,
    date_words=_listed(
        "in since until till by last this next of during early late mid before after"
    ),
    offsets=_listed("ago earlier later"),
    old=_listed("old olds"),
    aged=_listed("aged age ages"),
    decades_of_life=_listed("his her their early mid late -"),
    people=PEOPLE,
    states=STATES,
    fillers=_listed(
        "more other others new additional further of the its his her their our these those"
    ),
    passing=_listed(
        "were was have has been had are is be being left also feared reported believed"
    ),
    score_words=_listed(
        "vote votes voted win won victory beat defeat defeated lost loss lead led ruling ruled"
        " score scored draw drew verdict decision majority margin"
    ),
    counted_by_one=PEOPLE | _listed("killed dead injured wounded missing arrested other"),
    lasting=_listed(
        "lasted lasting lasts last for than within took takes least about nearly almost"
    ),
    stop_words=STOP_WORDS,
    dollars=_each(("USD", "us"), ("AUD", "a au"), ("CAD", "c"), ("HKD", "hk"), ("NZD", "nz")),
    pronouns=_listed("one"),
    oclock=_listed("o'clock"),
    ahead=_listed("will next would until to expected due planned scheduled set tomorrow"),
    versus=_listed("to against"),
    moves=_listed("""
        from by rise rises rose risen rising fall falls fell fallen falling jump jumps jumped
        climb climbed climbing slip slipped drop drops dropped gain gained grow grew grown lose
        lost leap leaped leapt increase increased decrease decreased cut raised lowered up down
    """),
    numbered=_listed("""
        highway section chapter article route flight channel room level category grade phase stage
        type platform gate ward district page item paragraph clause resolution volume episode season
        week day game lane exit unit reactor magnitude number no nos
    """),
    of=_listed("of"),
    out_of=(("in",), ("out", "of"), ("of", "every"), ("in", "every")),
    alternatives=_listed("or"),
    per=_listed("per a an each every"),
    reporting=_listed("""
        announce announced announces report reported reports state stated statement declare
        declared add added tweet tweeted post posted write wrote release released publish
        published confirm confirmed interview conference said says told saying
    """),
    times=_listed("time times"),
    rank_words=_listed("no number nos"),
    decades=_listed("s"),
    countdown=_listed("left remaining to into"),
    ballots=_listed("vote votes goals games points seats runs"),
    scales={"c": CELSIUS, "f": FAHRENHEIT},
    comparisons=_listed("above over below under past beyond near"),
    nobody=(("no", "one"), ("no", "-", "one"), ("nobody",)),
    none=_listed("none"),
    no=_listed("no without"),
    harms=_each((HARMED, "hurt harmed casualties casualty victims"), ("injured", "injury")),
    not_zero=_listed("""
        toll bodies corpses lives alive saved cases death kill kills killing killings fatality
        infections sick homeless executed displaced missing
    """),
    bystanders=_listed("""
        made make official officials authority authorities government spokesman spokeswoman hospital
        so far yet total least others more another later earlier today yesterday last
    """),
    too=_listed("also"),
    possessive=_listed("' ’"),
    aside=_listed("of on in at aboard inside among from near"),
    synonyms=SYNONYMS,
    things=_listed("""
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

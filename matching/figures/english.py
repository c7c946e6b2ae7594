"""English figures: every word that the reader knows, and what it stands for."""

from __future__ import annotations

from matching.figures.language import Bound, Language, Unit
from matching.figures.quantity import Approximation, Dimension
from matching.wordlists import STOP_WORDS


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _numbered(words: str, start: int = 0, step: int = 1) -> dict[str, int]:
    return {word: start + step * number for number, word in enumerate(words.split())}


def _phrases(bound: Bound, phrases: str) -> dict[tuple[str, ...], Bound]:
    return {tuple(phrase.split()): bound for phrase in phrases.split(", ")}


_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
CARDINALS = _numbered(_UNITS) | _numbered(_TENS, 20, 10)
MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
GLUED = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
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
        "about, around, roughly, approximately, approx, some, circa, c, ca, in the region of,"
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
        " beyond, past, higher than, longer than, older than, well above, a little over, >, ≥,"
        " a little more than, slightly more than, slightly over, just above, passed, from",
    ),
    **_phrases(
        AT_MOST,
        "up to, as many as, as much as, at most, under, below, less than, fewer than,"
        " no more than, not more than, a maximum of, maximum, at the most, lower than,"
        " as high as, as long as, well under, well below, within, not exceeding, <, ≤",
    ),
}
del BOUNDS["past",], BOUNDS["passed",], BOUNDS["from",], BOUNDS["beyond",], BOUNDS["c",]
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
UNITS = {
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
UNIT_PHRASES = {
    ("square", "miles"): Unit(Dimension.AREA, 2_589_988.0, "sq miles"),
    ("square", "mile"): Unit(Dimension.AREA, 2_589_988.0, "sq miles"),
    ("square", "feet"): Unit(Dimension.AREA, 0.092903, "sq ft"),
    ("square", "foot"): Unit(Dimension.AREA, 0.092903, "sq ft"),
    ("square", "kilometers"): Unit(Dimension.AREA, 1e6, "km²"),
    ("square", "kilometres"): Unit(Dimension.AREA, 1e6, "km²"),
    ("square", "km"): Unit(Dimension.AREA, 1e6, "km²"),
    ("square", "meters"): Unit(Dimension.AREA, 1.0, "m²"),
    ("square", "metres"): Unit(Dimension.AREA, 1.0, "m²"),
    ("miles", "per", "hour"): UNITS["mph"],
    ("miles", "an", "hour"): UNITS["mph"],
    ("kilometers", "per", "hour"): UNITS["kmh"],
    ("kilometres", "per", "hour"): UNITS["kmh"],
    ("kilometers", "an", "hour"): UNITS["kmh"],
    ("kilometres", "an", "hour"): UNITS["kmh"],
    ("km", "/", "h"): UNITS["kmh"],
    ("degrees", "celsius"): CELSIUS,
    ("degrees", "centigrade"): CELSIUS,
    ("degrees", "fahrenheit"): FAHRENHEIT,
    ("degrees", "c"): CELSIUS,
    ("degrees", "f"): FAHRENHEIT,
    ("°", "c"): CELSIUS,
    ("°", "f"): FAHRENHEIT,
    ("percentage", "points"): Unit(Dimension.POINTS, 1.0, "% points"),
    ("percentage", "point"): Unit(Dimension.POINTS, 1.0, "% points"),
    ("basis", "points"): Unit(Dimension.POINTS, 0.01, "basis points"),
    ("basis", "point"): Unit(Dimension.POINTS, 0.01, "basis points"),
    ("nautical", "miles"): Unit(Dimension.DISTANCE, 1852.0, "nmi"),
}
CURRENCY_SIGNS = {
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
}
CURRENCIES = {
    **dict.fromkeys(["dollar", "dollars", "usd", "us$"], ("USD", 1.0)),
    **dict.fromkeys(["cent", "cents"], ("USD", 0.01)),
    **dict.fromkeys(["euro", "euros", "eur"], ("EUR", 1.0)),
    **dict.fromkeys(["sterling", "gbp", "quid"], ("GBP", 1.0)),
    **dict.fromkeys(["pence", "penny"], ("GBP", 0.01)),
    **dict.fromkeys(["yen", "jpy"], ("JPY", 1.0)),
    **dict.fromkeys(["ruble", "rubles", "rouble", "roubles", "rub"], ("RUB", 1.0)),
    **dict.fromkeys(["rupee", "rupees"], ("INR", 1.0)),
    **dict.fromkeys(["yuan", "renminbi", "cny"], ("CNY", 1.0)),
    **dict.fromkeys(["franc", "francs", "chf"], ("CHF", 1.0)),
    **dict.fromkeys(["won", "krw"], ("KRW", 1.0)),
    **dict.fromkeys(["peso", "pesos"], ("MXN", 1.0)),
    **dict.fromkeys(["lira", "liras"], ("TRY", 1.0)),
    **dict.fromkeys(["krona", "kronor"], ("SEK", 1.0)),
}
_MONTHS = "january february march april may june july august september october november december"
MONTHS = (
    _numbered(_MONTHS, 1)
    | {name[:3]: number for name, number in _numbered(_MONTHS, 1).items()}
    | {"sept": 9}
)
WEEKDAYS = _numbered("monday tuesday wednesday thursday friday saturday sunday")
DAYPARTS = {
    "dawn": (240, 480),
    "daybreak": (240, 480),
    "morning": (300, 720),
    "noon": (690, 780),
    "midday": (660, 840),
    "lunchtime": (660, 840),
    "afternoon": (720, 1050),
    "dusk": (1020, 1290),
    "evening": (1020, 1350),
    "tonight": (1020, 1740),
    "night": (1080, 1740),
    "overnight": (1260, 1860),
    "midnight": (1410, 1470),
}
ZONES = {
    "gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180,
    "msk": 180, "ist": 330, "pkt": 300, "kst": 540, "jst": 540, "hkt": 480, "sgt": 480,
    "aest": 600, "aedt": 660, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip
STATES = {
    **dict.fromkeys(
        _listed(
            "killed killing kill kills dead died die dies death deaths fatalities fatality toll"
            " perished drowned slain bodies corpses lives executed murdered"
        ),
        "dead",
    ),
    **dict.fromkeys(
        _listed("injured injuring injure wounded wounding hurt injuries hospitalized hospitalised"),
        "injured",
    ),
    **dict.fromkeys(_listed("missing unaccounted"), "missing"),
    **dict.fromkeys(
        _listed("arrested arresting detained arrests detaining detentions"), "arrested"
    ),
    **dict.fromkeys(_listed("rescued rescuing survived survivors saved alive"), "rescued"),
    **dict.fromkeys(_listed("evacuated displaced homeless fled evacuating"), "displaced"),
    **dict.fromkeys(_listed("infected sickened ill cases sick infections"), "ill"),
}
PEOPLE = _listed("""
    people person persons man men woman women child children civilian civilians soldier soldiers
    troop troops passenger passengers victim victims worker workers employee employees student
    students boy boys girl girls teen teenager teenagers member members resident residents migrant
    migrants protester protesters protesters suspect suspects patient patients officer officers
    others police policemen demonstrators prisoner prisoners hostage hostages baby babies pupil
    pupils crew sailors tourists villagers militants fighters gunmen driver
""")
ENGLISH = Language(
    cardinals=CARDINALS,
    magnitudes=MAGNITUDES,
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
    offsets=_listed("ago earlier later before after"),
    old=_listed("old olds"),
    aged=_listed("aged age ages"),
    decades_of_life=_listed("his her their"),
    people=PEOPLE,
    states=STATES,
    fillers=_listed(
        "more other others new additional further of the its his her their our these those"
    ),
    passing=_listed(
        "were was have has been had are is be being left also feared reported believed and"
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
    dollars={
        "us": "USD",
        "a": "AUD",
        "au": "AUD",
        "c": "CAD",
        "ca": "CAD",
        "hk": "HKD",
        "nz": "NZD",
        "s": "SGD",
    },
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
        section chapter article route flight channel room level category grade phase stage type
        platform gate ward district page item paragraph clause resolution volume episode season
        week day game lane exit unit reactor magnitude number no nos
    """),
    comparisons=_listed("above over below under past beyond near"),
    synonyms={
        "nation": "country", "state": "country", "soldier": "troop", "servicemen": "troop",
        "person": "people", "kid": "child", "children": "child", "youngster": "child",
        "firm": "company", "compani": "company", "busi": "company", "polic": "officer",
        "policemen": "officer", "home": "house", "vehicl": "car", "automobil": "car",
        "vessel": "ship", "boat": "ship", "worker": "employe", "staff": "employe",
        "employee": "employe", "strike": "attack", "blast": "explos", "bomb": "explos",
        "job": "post", "posit": "post", "site": "locat", "place": "locat", "women": "woman",
        "men": "man", "aircraft": "plane", "airplan": "plane", "jet": "plane",
    },  # fmt: skip
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

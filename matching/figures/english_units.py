"""English units, currencies, days, hours and zones."""

from __future__ import annotations

from matching.figures.language import Unit
from matching.figures.quantity import Dimension
from matching.figures.tables import each, numbered, paired


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
        "acre,acres=4046.86:acres hectare,hectares,ha=10000:ha km²,km2=1e6:km² m²,m2=1:m²",
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
    **{
        ("sq", word): Unit(Dimension.AREA, unit.factor**2, f"{unit.shown}²")
        for word, unit in UNITS.items()
        if unit.shown in ("km", "m")
    },
    ("km", "/", "h"): UNITS["kmh"],
    **{("degrees", word): CELSIUS for word in ("celsius", "centigrade", "c")},
    **{("degrees", word): FAHRENHEIT for word in ("fahrenheit", "f")},
    ("°", "c"): CELSIUS,
    ("°", "f"): FAHRENHEIT,
    **{("percentage", w): Unit(Dimension.POINTS, 1.0, "% points") for w in ("point", "points")},
    **{("basis", w): Unit(Dimension.POINTS, 0.01, "basis points") for w in ("point", "points")},
    ("nautical", "miles"): Unit(Dimension.DISTANCE, 1852.0, "nmi"),
}
CURRENCY_SIGNS = each(
    ("USD", "$"), ("GBP", "£"), ("EUR", "€"), ("JPY", "¥"), ("INR", "₹"), ("RUB", "₽"), ("KRW", "₩")
)
CURRENCIES = {
    word: (code, 0.01 if word in ("cent", "cents", "pence", "penny") else 1.0)
    for word, code in each(
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
    numbered(_MONTHS, 1)
    | {name[:3]: number for name, number in numbered(_MONTHS, 1).items()}
    | {"sept": 9}
)
WEEKDAYS = numbered("monday tuesday wednesday thursday friday saturday sunday")
# Minutes after midnight, beyond 1440 in the next morning; generous, as people differ on them.
_STARTS = paired(
    "dawn=240 daybreak=240 morning=300 noon=690 midday=660 lunchtime=660 afternoon=720 dusk=1020"
    " evening=1045 tonight=1020 night=1080 overnight=1260 midnight=1410"
)
_ENDS = paired(
    "dawn=480 daybreak=480 morning=720 noon=780 midday=840 lunchtime=840 afternoon=1040 dusk=1290"
    " evening=1350 tonight=1740 night=1740 overnight=1860 midnight=1470"
)
DAYPARTS = {word: (start, _ENDS[word]) for word, start in _STARTS.items()}
ZONES = paired(
    "gmt=0 utc=0 z=0 bst=60 cet=60 cest=120 eet=120 eest=180 msk=180 ist=330 pkt=300 kst=540"
    " jst=540 hkt=480 sgt=480 aest=600 aedt=660 est=-300 edt=-240 cst=-360 cdt=-300 mst=-420"
    " mdt=-360 pst=-480 pdt=-420"
)

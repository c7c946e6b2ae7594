"""Dates as pages write them."""

from __future__ import annotations

import re
from datetime import date

from articles.extraction.shape import Shape
from articles.extraction.words import word_set

# January first; every spelling and short form of a month on one line of words.
_MONTHS = (
    "january jan enero ene januar jänner janvier janv janeiro gennaio gen januari января"
    " январь янв stycznia січня ocak ledna",
    "february feb febrero februar feber février févr fevereiro fev febbraio febbr februari"
    " февраля февраль фев lutego лютого şubat února",
    "march mar marzo märz mars março maart mrt марта март mär marca березня mart března",
    "april apr abril abr avril avr aprile апреля апрель апр kwietnia квітня nisan dubna",
    "may mayo mai maio maggio mag mei maj мая май maja травня mayıs května",
    "june jun junio juni juin junho giugno giu июня июнь czerwca червня haziran června",
    "july jul julio juli juillet juil julho luglio lug июля июль lipca липня temmuz července",
    "august aug agosto ago août augustus авг августа август sierpnia серпня ağustos srpna augusti",
    "september sept sep septiembre setiembre septembre setembro set settembre sett сентября"
    " сентябрь сен września вересня eylül září",
    "october oct octubre oktober okt octobre outubro out ottobre ott октября октябрь окт"
    " października жовтня ekim října",
    "november nov noviembre novembre novembro ноября ноябрь ноя listopada листопада kasım",
    "december dec diciembre dic dezember dez décembre déc dezembro dicembre декабря декабрь"
    " дек grudnia грудня aralık prosince desember",
)
_MONTH_OF = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()
}
_DAYS = word_set(
    """monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun lunes martes miércoles jueves viernes sábado domingo montag dienstag mittwoch
    donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi
    dimanche segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì
    sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag понедельник
    вторник среда четверг пятница суббота воскресенье"""
)
_AROUND = word_set(
    """published updated posted last modified on at by edt est pst pdt cst cdt gmt utc ist bst cest
    cet mez mesz am pm a m p uhr stand aktualisiert veröffentlicht publicado publicada
    actualizado actualizada el de del à a às las h publié mis jour le modifié em atualizado
    atualizada pubblicato aggiornato il alle ore gepubliceerd bijgewerkt op om uur опубликовано
    обновлено в г года мск z t msk the st nd rd th und von um bis date datum fecha data дата
    first aktualisierung kl den"""
)
_KNOWN = _DAYS | _AROUND | _MONTH_OF.keys()
# "Ada Quell, 12 May 2026 09:14": a name may stand before the date, nothing but a clock after it.
_YEAR_AT_END = re.compile(r"\b(?:19|20)\d{2}\b[\s,|•·–-]*(?:\d{1,2}[:.h]\d{2}.{0,12})?$")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b")


def is_date_line(shape: Shape) -> bool:
    """Whether the line is a date, perhaps with a weekday, an hour and words like "updated"."""
    if shape.size > 18:
        return False
    tokens = [token.lower() for token in _TOKEN.findall(shape.text)]
    named = any(token in _MONTH_OF for token in tokens) and any(map(str.isdigit, tokens))
    if not (named or _ISO.search(shape.text) or _DOTTED.search(shape.text)):
        return False
    left = [
        token
        for token in _TOKEN.findall(shape.text)
        if not (token.isdigit() or token.lower() in _KNOWN)
    ]
    if not left:
        return True
    has_year = any(len(token) == 4 and token.isdigit() for token in tokens)
    are_names = all(token[0].isupper() for token in left) and len(left) <= 5
    return (
        has_year
        and are_names
        and not shape.is_closed
        and _YEAR_AT_END.search(shape.text) is not None
    )


def without_date(text: str) -> str:
    """A line of names without the weekday and month at its end: "Ada Quell, Monday November"."""
    words = text.split()
    while words and words[-1].strip(".,").lower() in _DAYS | _MONTH_OF.keys():
        words.pop()
    return " ".join(words).strip(" ,|")


def date_in(text: str) -> date | None:
    """The day a date line names, if year, month and day are beyond doubt."""
    if iso := _ISO.search(text):
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    if dotted := _DOTTED.search(text):
        return _numeric(dotted)
    tokens = [token.lower() for token in _TOKEN.findall(text)]
    for place, token in enumerate(tokens):
        if token in _MONTH_OF:
            near = tokens[max(0, place - 2) : place][::-1]  # "3 de noviembre"
            after = tokens[place + 1 : place + 4]
            days = [int(n) for n in near + after if n.isdigit() and len(n) <= 2]
            years = [int(n) for n in after + near if n.isdigit() and len(n) == 4]
            if days and years:
                return _date(years[0], _MONTH_OF[token], days[0])
    return None


def _numeric(found: re.Match[str]) -> date | None:
    """12.11.2026 is the day first; 12/11/2026 could be either and is nobody's guess."""
    first, second, year = int(found[1]), int(found[2]), int(found[3])
    if "/" in found[0] and first <= 12 and second <= 12 and first != second:
        return None
    if "/" in found[0] and second > 12:
        return _date(year, first, second)
    return _date(year, second, first)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

"""Negation, harm and number words of other languages, so that their change is noticed there too.

Far from whole: the rules know English best. Words that English has as well are left out.
"""

from __future__ import annotations


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


NEGATORS = _listed("""
    nicht kein keine keinen keiner keinem nie niemals niemand nichts ohne weder
    ne pas jamais aucun aucune sans rien
    nunca ningún ninguna ninguno nadie jamás tampoco
    nessuno nessuna senza mai
    não nem nenhum nenhuma ninguém
    niet geen nooit niemand zonder
    не нет ни никто никогда без нельзя немає ні ніхто ніколи
    nie bez nigdy nikt
    değil yok
    لا لم لن ليس ليست غير بدون دون
    לא אין בלי
    नहीं न
""")
HARM_STEMS = (
    "getötet", "tötet", "gestorben", "starb", "tote", "verletz", "verhaft", "festgenommen",
    "tué", "tués", "tuée", "mort", "décéd", "bless", "arrêt",
    "muert", "murió", "murier", "mató", "asesin", "herid", "deten", "arrest",
    "uccis", "ferit", "feriti", "morti", "arrestat",
    "ferid", "matou", "morreu", "morrer", "preso",
    "gedood", "gewond", "gearresteerd", "overled",
    "погиб", "убит", "убил", "умер", "ранен", "ранил", "пострада", "арест",
    "задерж", "загин", "вбит", "поранен", "zabit", "zgin", "rann",
    "aresztow", "zatrzyman", "öldü", "yaraland", "gözaltı",
    "נהרג", "נפצע", "נעצר", "נרצח", "נורה", "숨졌", "숨진", "사망", "다쳤", "부상", "체포", "실종",
    "قتل", "مقتل", "جرح", "أصيب", "إصاب", "اعتقل", "توفي", "مات",
)  # fmt: skip
"""Beginnings of words; the longest that fits stands for the word."""

NUMBERS = _listed("""
    eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig
    hundert tausend dutzend
    deux trois quatre cinq sept huit neuf dix onze douze treize quatorze quinze seize vingt trente
    quarante cinquante soixante cent mille
    dos tres cuatro cinco seis siete ocho nueve diez doce trece catorce quince veinte treinta
    cuarenta cincuenta cien mil
    due tre quattro cinque sette otto nove dieci venti trenta quaranta cinquanta cento
    dois três quatro sete oito nove dez vinte trinta quarenta cinquenta
    один одна два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
    двадцать тридцать сорок пятьдесят сто тысяча тысяч миллион миллионов
    twee drie vijf zes zeven acht negen tien twintig dertig veertig vijftig honderd duizend
    واحد اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر
    عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين مئة مائة مئات ألف آلاف مليون ملايين
    שניים שתיים שני שתי שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר
    עשרים שלושים ארבעים חמישים שישים שבעים מאה מאות אלף אלפים מיליון
    dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć
    iki üç dört beş altı yedi sekiz dokuz
""")
DAYS = _listed("""
    montag dienstag mittwoch donnerstag freitag samstag sonntag gestern heute morgen
    lundi mardi mercredi jeudi vendredi samedi dimanche hier demain
    lunes martes miércoles jueves viernes sábado domingo ayer mañana
    понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье вчера
    сегодня завтра
    январ февраля марта апреля мая июня июля августа сентября октября ноября декабря
    januar februar märz mai juni juli oktober dezember
    janvier février avril juin juillet août septembre octobre novembre décembre
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد أمس اليوم غدا
    ראשון שלישי רביעי חמישי שישי שבת אתמול היום מחר
    월요일 화요일 수요일 목요일 금요일 토요일 일요일 어제 오늘 내일
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
""")
CHARACTERS = {
    **dict.fromkeys("〇零一二三四五六七八九十百千万萬億亿兆两兩半", "number"),
    **dict.fromkeys("不没沒未無无非否", "denial"),
    **dict.fromkeys("死亡殺杀傷伤捕殉", "harm"),
    **dict.fromkeys("年月日時时分曜", "date"),
}
"""Characters of scripts without spaces between words."""

NUMERALS = {character: number for number, character in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "两": 2, "兩": 2,
}  # fmt: skip
TIMES = {"十": 10, "百": 100, "千": 1_000}
BEYOND = {"万": 10**4, "萬": 10**4, "億": 10**8, "亿": 10**8, "兆": 10**12}
LONGEST_NUMERAL = 16
DAYS_OF_WEEK = frozenset("月火水木金土日")
NEAR_DAYS = frozenset("昨今明翌前後")
"""Before a day or year: “昨年”, “今年”, “明天”."""

PERIODS = frozenset("天日年月晚夜朝週周")


def numeral(characters: str) -> int:
    """The number that Han numerals write: “四十” is 40, “三億” 300,000,000."""
    total = group = digit = 0
    for character in characters:
        if character in NUMERALS:
            digit = digit * 10 + NUMERALS[character]
        elif character in TIMES:
            group += (digit or 1) * TIMES[character]
            digit = 0
        else:
            total += (group + digit or 1) * BEYOND[character]
            group = digit = 0
    return total + group + digit


def is_denial(keys: list[str], at: int) -> bool:
    """“ない”, “なかった”, “ません” of Japanese."""
    beside = keys[at - 1 : at + 2] if at else ["", *keys[:2]]
    return (keys[at] == "な" and beside[-1] in ("い", "か")) or beside[:2] == ["せ", "ん"]


def is_day(keys: list[str], at: int) -> bool:
    """“火” of “火曜日”, “昨” of “昨年”."""
    following = keys[at + 1] if at + 1 < len(keys) else ""
    is_weekday = keys[at] in DAYS_OF_WEEK and following == "曜"
    return is_weekday or (keys[at] in NEAR_DAYS and following in PERIODS)

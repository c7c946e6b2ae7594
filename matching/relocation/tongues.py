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
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
""")
CHARACTERS = {
    **dict.fromkeys("〇零一二三四五六七八九十百千万萬億亿兆两兩半", "number"),
    **dict.fromkeys("不没沒未無无非否", "denial"),
    **dict.fromkeys("死亡殺杀傷伤捕殉", "harm"),
    **dict.fromkeys("年月日時时分曜", "date"),
}
"""Characters of scripts without spaces between words."""

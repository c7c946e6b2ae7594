"""A line as words: what the vocabulary and the comparison of lines look at."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

FIGURE = "#"
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# Signs that ride on letters and that Python does not count among them.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0dff"
)
_WORD = re.compile(rf"\d+(?:[.,:]\d+)*|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W\d_][{_MARKS}]*)+")
_ONE_UNSPACED = re.compile(rf"[{_UNSPACED}]")
# A small letter that meets a capital: "ArmsAsia" is two words of a menu glued together.
_SEAM = re.compile(r"(?<=[a-zà-ÿа-яё])(?=[A-ZÀ-ÞА-ЯЁ])")
_ACCENTS = re.compile(r"[\u0300-\u0305\u0307-\u036f]")  # not the breve of й, which is a letter


def word_set(listed: str) -> frozenset[str]:
    """The words of a list parted by blanks."""
    return frozenset(listed.split())


# Words of grammar in the languages the vocabulary speaks. A sentence has them, a button has not.
GRAMMAR = word_set(
    """a about after all also an and are as at be because been before but by can could did do for
    from had has have he her his how i if in into is it its more no not of on or our out over
    she so than that the their them there they this to under up was we were what when which who
    will with would you your said says al ante como con contra cuando de del desde donde durante
    e el ella ellos en entre era es esta este esto fue ha han hasta la las le les lo los mas me
    mi muy ni nos o para pero por porque que quien se según ser si sin sobre son su sus también
    tras un una uno y ya no aber als am an auch auf aus bei bis da damit das dass dem den der
    des die dies diese durch ein eine einem einen einer er es für gegen hat hatte ich ihr im in
    ins ist kann mit nach nicht noch nur ob oder ohne sein seine sich sie sind so über um und
    unter vom von vor war waren was wegen weil wenn werden wie wir wird wurde wurden zu zum zur
    zwischen à au aux avec ce ces cette dans depuis des dont du elle elles en est et été eu il
    ils je la le les leur mais même n ne nous on ont ou où par pas plus pour qu que qui s sa
    sans se ses son sont sous sur un une vers vous y d l c j a ao aos as com como da das de do
    dos e ela ele em entre era está foi foram há isso já mais mas na nas não nem no nos num numa
    o os ou para pela pelo pelos por porque quando que se sem ser seu seus são só sua também tem
    um uma ai alla alle allo anche che chi ci con come da dal dalla dei del della delle dello di
    dove e è ed gli ha hanno i il in io la le lo loro ma ne negli nei nel nella non per perché
    più quando questa questo se si sono su sua sul sulla suo tra un una uno aan als bij dan dat
    de deze die dit door een en er haar had heb heeft het hij hun ik in is je kan maar meer met
    naar niet nog nu of om ook op over te tot uit van voor was wat we werd wordt worden ze zei
    zijn zich zo а без бы был была были было в вы для до его ее её если же за и из или им их к
    как когда ко который которые кто ли мы на над не него нет но о об он она они от по под при с
    со так также там то только у уже что чтобы это я і й та що як але від за з із зі є у się na
    nie do to jest że z o jak po co ale od za przez przy dla są był była oraz w i och att det
    som en på är av för med till den har de inte om ett men var jag från vid og det i at en å
    til er som på de med han av ikke den for var et der har af ve bir bu da de için ile olarak
    çok daha en ne gibi ama je se na v že s z do o k i ale by jsou byl jako po za"""
)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """`word` without case and accents; a figure becomes `#`."""
    if word[0].isdigit():
        return FIGURE
    if word.isascii():
        return word.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", word.casefold()))
    return unicodedata.normalize("NFC", bare)


# Before the names of people in the news; nobody is introduced so as the article's author.
COURTESY = word_set(
    "mr mrs ms miss mx dr sir dame lord lady sr sra señor señora herr frau monsieur madame signor"
    " signora"
)
FOLDED_GRAMMAR = frozenset(map(fold, GRAMMAR))

# Words with which a site speaks of itself and to its visitor.
ADDRESSING = frozenset(
    map(
        fold,
        word_set(
            """you your we us our ours me my sie ihr ihre ihrem ihren uns unser unsere unseren
            unserem dein deine vous votre vos nous notre nos tu te su nuestro nuestra nuestros
            nuestras você seu sua nosso nossa nos ti tuo tua vostro ci nostro nostra je jouw uw ons
            onze вы вас ваш ваша ваше вам мы нас наш наша нашу наше нам wy nas nasz twój wasz"""
        ),
    )
)


def cut(text: str) -> list[str]:
    """The words of `text` as they are written; glued words parted."""
    found: list[str] = []
    for word in _WORD.findall(text):
        if word.islower() or word.isupper() or word.istitle():
            found.append(word)
        else:
            found.extend(_SEAM.split(word))
    return found


def words(text: str) -> list[str]:
    """The folded words of `text` in order."""
    return [fold(word) for word in cut(text)]


def is_unspaced(word: str) -> bool:
    """Whether `word` is one character of a script written without spaces."""
    return len(word) == 1 and _ONE_UNSPACED.match(word) is not None

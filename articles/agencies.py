"""What news agencies are called: those the desk has registered, and the well-known ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

# Beside its own name, each in the spelling in which it credits itself. An agency that the desk has
# registered as an outlet goes by the outlet's name, by whichever of these that is.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "Agence France-Presse": ("AFP",),
    "Agencia EFE": ("EFE", "Efe"),
    "Anadolu Agency": ("Anadolu", "AA"),
    "ANSA": ("Ansa",),
    "Asian News International": ("ANI",),
    "Associated Press": ("AP", "The AP"),
    "Austria Presse Agentur": ("APA",),
    "Belga": ("Belga News Agency",),
    "Bloomberg": ("Bloomberg News",),
    "Canadian Press": ("CP",),
    "Deutsche Presse-Agentur": ("dpa", "DPA"),
    "Interfax": (),
    "Korean Central News Agency": ("KCNA",),
    "Kyodo": ("Kyodo News", "KYODO"),
    "Norsk Telegrambyrå": ("NTB",),
    "PA Media": ("PA", "Press Association"),
    "Press Trust of India": ("PTI",),
    "Reuters": ("Thomson Reuters", "REUTERS"),
    "RIA Novosti": ("RIA",),
    "Ritzau": (),
    "TASS": ("Tass", "ITAR-TASS", "Itar-Tass"),
    "Ukrinform": (),
    "United Press International": ("UPI",),
    "Xinhua": ("XINHUA",),
    "Yonhap": ("YONHAP",),
}
WORD = re.compile(r"\w+")
SHORTENED = re.compile(r"^(?:The )?(?P<name>.+?)(?: News Agency| Agency| News| Wire)?$")


@dataclass(frozen=True, eq=False)
class Agencies:
    """The agencies by each of their forms, and a pattern of one form or several in a row."""

    of_form: Mapping[str, str]
    several: str
    first_words: frozenset[str]

    def may_be_in(self, words: str) -> bool:
        """A quick look: without a form's first word none of them is there."""
        return not self.first_words.isdisjoint(WORD.findall(words))

    def named(self, words: str) -> list[str]:
        """The agencies that the words name, each once, in their order."""
        found = re.findall(_one(self.of_form), words)
        return list(dict.fromkeys(self.of_form[form] for form in found))


def of_names(registered: Iterable[tuple[str, str]]) -> Agencies:
    """Those the desk has registered, and all that are KNOWN.

    `registered` are what agencies are called, each with the name of its outlet.
    """
    of_form: dict[str, str] = {}
    for called, name in registered:
        for form in _registered_forms(called):
            of_form.setdefault(form, name)
    for name, others in KNOWN.items():
        forms = list(_forms(name, others))
        own = next((of_form[form] for form in forms if form in of_form), name)
        for form in forms:
            of_form.setdefault(form, own)
    one = _one(of_form)
    several = rf"(?:[Tt]he\s)?{one}(?:\s?(?:,|/|;|&|\+|,?\sand)\s?(?:the\s)?{one})*"
    firsts = (found[0] for form in of_form if (found := WORD.findall(form)))
    return Agencies(of_form, several, frozenset(firsts))


def _one(of_form: Mapping[str, str]) -> str:
    forms = sorted(of_form, key=lambda form: (-len(form), form))
    return rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])"


def _registered_forms(name: str) -> Iterator[str]:
    yield name
    yield name.upper()
    if short := SHORTENED.match(name):
        yield short["name"]


def _forms(name: str, others: Iterable[str]) -> Iterator[str]:
    yield name
    yield f"{name} News Agency"
    yield from others

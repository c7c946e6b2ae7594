"""English negation and offices."""

from __future__ import annotations

from matching.assertions.english_opposites import OPPOSITES
from matching.assertions.english_verbs import BASES
from matching.assertions.language import Assertions
from matching.text import stem


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEGATORS = _listed("not never no neither nor without cannot none")
_REFUSALS = _listed("failed fails refused refuses declined declines failing refusing unable")
ENGLISH = Assertions(
    negators=_NEGATORS,
    contracted="n't",
    harmless=_listed(
        "only just least doubt more less fewer later earlier matter wonder until yet one longer"
    ),
    refusals=_REFUSALS,
    lacking=_listed("without"),
    having=_listed("with had has have having"),
    doing="ing",
    denying=_NEGATORS | _REFUSALS,
    skipped=_listed("be been being have has had to the a an any to yet ever also so very much it"),
    adverb="ly",
    lasting=_listed("remain remains remained stay stays stayed keep keeps kept still"),
    being=_listed("be is are was were been being"),
    by=_listed("by"),
    opening=_listed("having to about of from for before without"),
    supposing=_listed("if unless whether since"),
    deadly=frozenset(map(stem, ["fatally", "mortally", "fatal"])),
    opposites=OPPOSITES,
    bases=BASES,
    offices=_listed("""
        president premier minister chancellor mayor governor king queen prince princess pope
        secretary chairman chairwoman chair chairperson ceo chief director head leader commissioner
        ambassador speaker coach captain owner founder editor principal sheriff marshal treasurer
        archbishop sultan emir prosecutor coroner
    """),
    posts=_listed("""
        spokesman spokeswoman spokesperson general colonel officer judge senator professor analyst
        lawyer attorney doctor lieutenant sergeant major detective inspector economist engineer
    """),
    modifiers=_listed("""
        prime foreign defence defense interior finance home health justice education transport
        energy trade environment deputy vice acting former party police fire army navy air state
        press chief executive general managing security attorney fleet harbour port club company
    """),
    spellings={"defence": "defense", "harbour": "harbor"},
    titles=_listed("mr mrs ms mx dr sir dame lord lady miss prof rev"),
    of=_listed("of for"),
    articles=_listed("the a an its their his her"),
)

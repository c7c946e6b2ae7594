"""English negation, opposites and offices."""

from __future__ import annotations

from matching.assertions.language import Assertions
from matching.text import stem


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _opposites(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """One pair a line, `word form … / word form …`, as stems."""
    pairs = []
    for line in filter(None, map(str.strip, table.splitlines())):
        one, other = line.split("/")
        pairs.append((frozenset(map(stem, one.split())), frozenset(map(stem, other.split()))))
    return tuple(pairs)


OPPOSITES = _opposites("""
    confirm confirmed acknowledged admitted / deny denied denies
    confirm confirmed / refute refuted
    accept accepted / reject rejected refuse refused decline declined
    approve approved backed / reject rejected blocked
    agree agreed / refuse refused disagree disagreed
    support supported / oppose opposed
    kill killed died dead / injure injured wounded hurt
    killed died dead / survive survived
    win won / lose lost
    rise rose risen / fall fell fallen drop dropped
    increase increased / decrease decreased fall fell drop dropped decline declined
    gain gained / lose lost
    raise raised / lower lowered cut
    grow grew grown / shrink shrank shrunk
    open opened / close closed
    arrest arrested detained / release released freed
    convict convicted / acquit acquitted
    guilty / innocent
    alive / dead
    allow allowed permit permitted / ban banned forbid forbade prohibited
    lift lifted / impose imposed extend extended
    pass passed / fail failed reject rejected
    succeed succeeded / fail failed
    buy bought / sell sold
    hire hired / fire fired dismiss dismissed
    legal / illegal
    true / false untrue
    safe / unsafe
    united / divided
    arrive arrived / leave left depart departed
    praise praised welcome welcomed / condemn condemned criticise criticised criticize criticized
    postpone postponed cancel cancelled canceled / held
    valid / invalid
    improve improved / worsen worsened
    found / lost
    present / absent
    intentional deliberate deliberately / accident accidental accidentally
""")
_NEGATORS = _listed("not never no neither nor without cannot none")
_REFUSALS = _listed("failed fails refused refuses declined declines failing refusing")
ENGLISH = Assertions(
    negators=_NEGATORS,
    contracted="n't",
    harmless=_listed(
        "only just least doubt more less fewer later earlier matter wonder until yet one longer"
    ),
    refusals=_REFUSALS,
    denying=_NEGATORS | _REFUSALS,
    skipped=_listed("be been being have has had to the a an any to yet ever also so very much it"),
    adverb="ly",
    opening=_listed("having to about of from for before without"),
    supposing=_listed("if unless whether since"),
    deadly=frozenset(map(stem, ["fatally", "mortally", "fatal"])),
    opposites=OPPOSITES,
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

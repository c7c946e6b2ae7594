"""English words that cannot both be said of one thing and one act."""

from __future__ import annotations

from matching.assertions.english_verbs import BASES
from matching.figures.english import SYNONYMS
from matching.text import stem


def _stemmed(words: str) -> frozenset[str]:
    """As `Passage.stem` makes them, with those of the irregular forms of each word."""
    plain = [stem(word) for word in words.split()]
    stems = frozenset([SYNONYMS.get(stemmed, stemmed) for stemmed in plain])
    return stems | {form for form, base in BASES.items() if base in stems}


def _opposites(table: str) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """One pair a line, `word … / word …`; a word stands for its forms, the irregular too."""
    lines = filter(None, map(str.strip, table.splitlines()))
    pairs = (line.split("/") for line in lines)
    return tuple((_stemmed(one), _stemmed(other)) for one, other in pairs)


# Left out is what one subject does on one day: arrives and leaves, buys and sells, loses
# and finds, hires and fires; and before and after, which depend on what is timed.
OPPOSITES = _opposites("""
    confirm acknowledged admitted / deny refute
    accept / reject refuse decline
    approve backed endorsed ratified / reject block vetoed disapproved
    agree / refuse disagree reject
    support / oppose
    kill died dead / injure wounded hurt
    kill died dead / survive survival survivor
    win / lose
    rise climb soar / fall drop sink plunge slump tumble
    increase / decrease fall drop decline
    gain / lose
    raise / lower cut
    grow / shrink
    strengthen / weaken
    expand / contract
    open reopen / close shut
    arrest detained / release free
    convict / acquit cleared exonerated
    guilty / innocent acquitted
    alive / dead
    allow permit / ban forbid prohibit bar
    lift / impose
    pass / fail reject defeated
    succeed success / fail failure
    uphold / overturn quash struck annulled reversed
    affirmed / overturn reversed
    legal lawful / illegal unlawful
    constitutional / unconstitutional
    true / false untrue
    safe / unsafe
    likely / unlikely
    united / divided
    unanimous unanimously / split divided
    praise welcome / condemn criticise criticize
    postpone cancel / held
    valid / invalid
    improve / worsen deteriorated
    present / absent
    intentional deliberate / accident accidental
    sober / drunk
    armed / unarmed
    intact undamaged / damaged destroyed
    resume / suspend halt
    grant / deny refuse reject
""")

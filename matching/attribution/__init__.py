"""Who says so for a claim's words, as a chain with its strength.

`english` holds the words; another language is another module of that shape.
"""

from __future__ import annotations

from matching.attribution.chain import Attribution, Strength, chain_words, read_chain
from matching.attribution.finding import attributions
from matching.attribution.names import is_named
from matching.attribution.roots import Trace, same_root, shared_root, trace

__all__ = [
    "Attribution",
    "Strength",
    "Trace",
    "attributions",
    "chain_words",
    "is_named",
    "read_chain",
    "same_root",
    "shared_root",
    "trace",
]

"""Where the claims of a point come from in the end: one root, several, a loop, or nobody named.

Nothing here asks the database: claims come in with `outlet` and `attributed`, as `with_sources`
loads them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import matching
from claims.models import Claim
from matching import Strength

NOT_NAMED = "somebody who is not named"


@dataclass(frozen=True, kw_only=True)
class Sources:
    """What the chains of some claims come to, each outlet followed to what it cites itself.

    `shared` is the one root of all, empty when there are several or only one outlet speaks.
    `is_confirmed` is false while any chain is only proposed.
    """

    shared: str
    is_named: bool  # somebody in at least one chain could be asked
    loops: tuple[tuple[str, ...], ...]
    is_confirmed: bool

    @property
    def lines(self) -> list[str]:
        """What a person should know, a sentence without its stop each; most often none."""
        found = [_loop(loop) for loop in self.loops]
        if not self.is_named:
            root = f": {self.shared}" if self.shared else ""
            found.append(f"Nobody is named{root}")
        elif self.shared:
            found.append(f"All of it goes back to {self.shared}")
        return found


def of_claims(claims: Sequence[Claim]) -> Sources:
    """The sources of claims on one point; of none and of one outlet alone nothing is told."""
    told = matching.trace([chain(claim) for claim in claims])
    is_one = len({claim.outlet_id for claim in claims}) < 2
    return Sources(
        shared="" if is_one else matching.chain_words((told.shared,), is_inside=True),
        is_named=not claims or any(map(_is_named, claims, told.roots)),
        loops=told.loops,
        is_confirmed=all(claim.attribution or _is_confirmed(claim) for claim in claims),
    )


def chain(claim: Claim) -> tuple[str, ...]:
    """Who says so, root first, the outlet last; the outlet alone in its own voice.

    A proposal counts until a person has said otherwise.
    """
    said = claim.who_says
    names = tuple(said.chain) if said else matching.read_chain(claim.attribution)
    if said and not names and not said.is_own_voice:
        names = (NOT_NAMED,)
    return (*names, claim.outlet.name)


def said_by(claim: Claim) -> str:
    """Who says so in one line, for the middle of a sentence: “the coastguard, via Northline”.

    Empty in the outlet's own voice, and where nobody has looked. A proposal counts, as in `chain`.
    """
    return matching.chain_words(chain(claim)[:-1], is_inside=True)


def strength(claim: Claim) -> Strength | None:
    """How the claim is tied to who says so; none where nobody has looked."""
    return Strength(claim.who_says.strength) if claim.who_says else None


def _is_confirmed(claim: Claim) -> bool:
    return claim.who_says is not None and claim.who_says.is_confirmed


def _is_named(claim: Claim, root: str) -> bool:
    said = claim.who_says
    if said and said.chain and said.chain[0] == root:
        return said.is_named
    return root != NOT_NAMED and matching.is_named(root)


def _loop(outlets: tuple[str, ...]) -> str:
    if len(outlets) == 2:
        return f"{outlets[0]} and {outlets[1]} cite each other"
    return f"{', '.join(outlets[:-1])} and {outlets[-1]} cite each other in a circle"

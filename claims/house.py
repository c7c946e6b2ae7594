"""What this desk calls the statuses, and its reasons within them, as this process knows them.

`claims.house_names` writes them and reads them anew before a request; here a word is only looked
up, so that no row of a list asks for it. Before anything was read each has its usual name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Reason:
    """Why a status: “figure wrong” of disputed. A retired one is offered no more."""

    pk: int
    status: str
    words: str
    is_retired: bool


@dataclass(frozen=True)
class Names:
    """By status, and by key."""

    names: Mapping[str, str] = field(default_factory=dict)
    reasons: Mapping[int, Reason] = field(default_factory=dict)


_known = Names()


def know(names: Names) -> None:
    """From now on these are the words of this process."""
    global _known
    _known = names


def name_of(status: str, usual: str) -> str:
    return _known.names.get(status) or usual


def is_renamed(status: str) -> bool:
    return status in _known.names


def reason(pk: int | None) -> str:
    """The words of a reason, retired or not; empty for none."""
    found = _known.reasons.get(pk) if pk else None
    return found.words if found else ""


def known() -> list[Reason]:
    """All reasons, retired ones too."""
    return list(_known.reasons.values())


def offered() -> list[Reason]:
    """What can be chosen, in the order of its keys."""
    return [one for one in _known.reasons.values() if not one.is_retired]

"""Parts of sentences that are told in several places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.states import EventKind, LinkKind

if TYPE_CHECKING:
    from claims.models import Event

LINKED_AS = {
    LinkKind.SAME: "as the same claim",
    LinkKind.CONTRADICTS: "as contradicting",
    LinkKind.RELATED: "as related",
}
ENDS = (".", "!", "?", "…")  # after these a quotation closes its sentence


def because(sentence: str, reason: str) -> str:
    """The sentence with its reason quoted behind a colon, or alone when none was given."""
    if not reason:
        return f"{sentence}."
    end = "" if reason.endswith(ENDS) else "."
    return f"{sentence}: “{reason}”{end}"


def with_others(event: Event) -> str:
    """“ with 11 others” where one act did the same to them."""
    if event.act is None or event.act.is_reversal:
        return ""
    changed = event.act.changed if event.kind != EventKind.UNDONE else event.act.taken_back
    others = changed - 1
    return f" with {others:,} other{'' if others == 1 else 's'}" if others > 0 else ""


def outlet(event: Event) -> str:
    return str(event.other.outlet) if event.other else "another outlet"

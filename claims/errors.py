"""What can go wrong with claims, links and reviews, in words fit to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.models import Event


class ClaimError(Exception):
    """Base of this app; `str()` says what happened and what to do."""


class StaleClaim(ClaimError):
    """The claim moved since the person saw it; `changes` are the events since, oldest first."""

    def __init__(self, message: str, changes: Sequence[Event] = ()) -> None:
        super().__init__(message)
        self.changes = list(changes)


class IllegalMove(ClaimError):
    """No arrow leads from the claim's status to the wanted one."""


class HeldByAnother(ClaimError):
    """Another reviewer holds the claim."""


class NothingWaits(ClaimError):
    """No claim that fits is free to review."""


class NotEnough(ClaimError):
    """A verdict lacks what it needs; `missing` names the form fields."""

    def __init__(self, message: str, missing: Sequence[str]) -> None:
        super().__init__(message)
        self.missing = list(missing)


class StaleFigure(ClaimError):
    """Somebody settled or opened the figure since the person saw it, or it no longer stands."""


class AssignedOtherwise(ClaimError):
    """Somebody assigned the claim otherwise since the person saw whose it was; `now` is how it
    stands, as `assignments.mark` writes it."""

    def __init__(self, message: str, now: str) -> None:
        super().__init__(message)
        self.now = now


class StaleRelocation(ClaimError):
    """Somebody settled the place since the person saw it, or newer words came."""


class NameTaken(ClaimError):
    """Another status or reason is called so."""


class NotAllowed(ClaimError):
    """The person may not do this to this claim, at this time."""


class OtherWords(ClaimError):
    """Somebody worded the claim since the person saw it; `field` is what differs."""

    def __init__(self, field: str, by_now: str) -> None:
        reads = f"This reads “{by_now}” by now." if by_now else "Somebody cleared this meanwhile."
        super().__init__(f"{reads} Save again to put your words in its place.")
        self.field, self.by_now = field, by_now


class BadSpan(ClaimError):
    """The marked place does not lie in the text, or holds no words."""


class PlaceTaken(ClaimError):
    """Another claim stands at exactly this place."""


class BadLink(ClaimError):
    """These two claims cannot be linked that way."""


class SearchTooLong(ClaimError):
    """The search was stopped, so that it holds up nobody else."""

    def __init__(self) -> None:
        super().__init__(
            "The search took too long and was stopped. Add a word, or narrow it with outlet:, "
            "story: or after:."
        )


class BadView(ClaimError):
    """A view cannot be saved like that."""


class NoFeed(ClaimError):
    """The address of a feed is nobody's, or was closed."""


class TooManyFeeds(ClaimError):
    """A person's feeds are asked too often."""

    def __init__(self) -> None:
        super().__init__("These feeds are asked too often. Ask again in a minute.")


class NotSilent(ClaimError):
    """The outlet says it, or may say it; or nobody said that it does not."""


class CannotMerge(ClaimError):
    """Two outlets cannot become one as they are."""


class StaleComment(ClaimError):
    """The comment was removed, or its thread resolved or opened, since the person saw it."""


class NothingChosen(ClaimError):
    """An act on many claims was asked for without any."""


class StaleEvent(ClaimError):
    """What an event tells cannot be taken back any more: something rests on it."""


class StaleBulkAct(ClaimError):
    """The act on many claims was begun, or undone, since the person saw it."""

"""A claim's status, the moves between statuses, and what links and events are called."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from claims import house


class HouseChoices(models.TextChoices):
    """Statuses, labelled as this desk calls them."""

    @property
    def label(self) -> str:  # it may change while the process runs
        return house.name_of(self.value, self.usual)

    @property
    def usual(self) -> str:
        return str(self._label_)


class ClaimStatus(HouseChoices):
    UNREVIEWED = "unreviewed", "Unreviewed"
    VERIFIED = "verified", "Verified"
    DISPUTED = "disputed", "Disputed"
    UNRESOLVED = "unresolved", "Unresolved"


DECIDED = (ClaimStatus.VERIFIED, ClaimStatus.DISPUTED, ClaimStatus.UNRESOLVED)
# The claims with a verdict, said by what the indexes hold: another way to say it has PostgreSQL
# read all of them beside the few that are asked for.
HAS_VERDICT = Q(status__in=DECIDED)

# A verdict may follow any other; only undoing the last one leads back to unreviewed.
TRANSITIONS: dict[ClaimStatus, frozenset[ClaimStatus]] = {
    ClaimStatus.UNREVIEWED: frozenset(DECIDED),
    **{status: frozenset({*DECIDED, ClaimStatus.UNREVIEWED}) for status in DECIDED},
}


class VerdictStatus(HouseChoices):
    """The statuses a verdict can give: all but unreviewed."""

    VERIFIED = "verified", "Verified"
    DISPUTED = "disputed", "Disputed"
    UNRESOLVED = "unresolved", "Unresolved"


class OpinionState(models.TextChoices):
    """What became of one of the two decisions that a claim needs."""

    OPEN = "open", "Needs a second pair of eyes"
    DISAGREED = "in disagreement", "In disagreement"
    AGREED = "agreed", "Made a verdict with another"
    SETTLED = "settled", "Settled by a desk admin"
    WITHDRAWN = "withdrawn", "Taken back"
    VOID = "void", "Set aside, the claim changed"


# These still count; with the next two there is a verdict.
LIVE = (OpinionState.OPEN, OpinionState.DISAGREED)
LED_TO_A_VERDICT = (OpinionState.AGREED, OpinionState.SETTLED)


class EvidenceKind(models.TextChoices):
    """What a piece of evidence is; a person may leave it unsaid."""

    PRIMARY = "primary document", "Primary document"
    OFFICIAL = "official", "Official statement"
    REPORT = "independent report", "Independent report"
    EXPERT = "expert", "Expert"
    DATA = "data", "Data"


class LinkKind(models.TextChoices):
    SAME = "same", "Same claim"
    CONTRADICTS = "contradicts", "Contradicts"
    RELATED = "related", "Related"


# One point of the story: these links join claims into a cluster.
CLUSTERING = (LinkKind.SAME, LinkKind.CONTRADICTS)


class LinkState(models.TextChoices):
    SUGGESTED = "suggested", "Suggested"
    CONFIRMED = "confirmed", "Confirmed"
    REJECTED = "rejected", "Rejected"


class DiscrepancyGrade(models.TextChoices):
    """How sure it is that two values cannot both hold; a note is told quietly."""

    CONFLICT = "conflict", "Conflict"
    NOTE = "note", "Note"


class Resolution(models.TextChoices):
    """How two values that disagree fit, once a person has said so."""

    ONE_IS_WRONG = "one is wrong", "One is wrong"
    UPDATED_LATER = "updated later", "Updated later"
    DIFFERENT_THINGS = "different things", "Different things"
    COMPATIBLE = "compatible", "Both can hold"


class AttributionState(models.TextChoices):
    """Whether Fact Desk proposes who says so, or a person has said it."""

    PROPOSED = "proposed", "Proposed"
    CONFIRMED = "confirmed", "Confirmed"


class Mismatch(models.TextChoices):
    """Why a suggestion is not a match; a person may leave it unsaid."""

    SUBJECT = "subject", "about something else"
    OCCASION = "occasion", "another time or place"
    TOPIC = "topic", "the same topic only"
    NO_CLAIM = "no claim", "nothing that can be checked"


class RelocationOutcome(models.TextChoices):
    """What became of a claim's place in a new revision, as `matching.relocate` says."""

    UNCHANGED = "unchanged", "Unchanged"
    MOVED = "moved", "Moved"
    REWORDED = "reworded", "Reworded"
    VALUE_CHANGED = "value changed", "Value changed"
    AMBIGUOUS = "ambiguous", "Ambiguous"
    LOST = "lost", "Lost"


# Outcomes with a place in the new text; the first two go there by themselves.
FOLLOWING = (RelocationOutcome.UNCHANGED, RelocationOutcome.MOVED)
PROPOSING = (*FOLLOWING, RelocationOutcome.REWORDED, RelocationOutcome.VALUE_CHANGED)


class RelocationState(models.TextChoices):
    """How a relocation ended, if it has: by itself, by a person, or by words newer still."""

    OPEN = "open", "Waits"
    FOLLOWED = "followed", "Went along by itself"
    ACCEPTED = "accepted", "New place accepted"
    KEPT = "kept", "Old reading kept"
    CHOSEN = "chosen", "Place chosen by hand"
    SUPERSEDED = "superseded", "Newer words came"


class View(models.TextChoices):
    """The tabs of the queue: what waits, what of that is assigned to the person or a group of
    theirs, what they hold, what has a verdict."""

    WAITING = "waiting", "Waiting"
    ASSIGNED = "assigned", "Assigned to me"
    MINE = "mine", "Mine"
    DECIDED = "decided", "Decided"


class EventKind(models.TextChoices):
    MARKED = "marked", "marked"
    MOVED = "moved", "moved its ends"
    EDITED = "edited", "edited"
    REMOVED = "removed", "removed"
    RESTORED = "restored", "put back"
    SUGGESTED = "suggested", "suggested a link"
    LINKED = "linked", "linked"
    UNLINKED = "unlinked", "unlinked"
    REJECTED = "rejected", "not a match"
    REOPENED = "reopened", "back in the queue"
    ATTRIBUTED = "attributed", "who says so confirmed"
    TAKEN = "taken", "taken"
    RELEASED = "released", "let go"
    SKIPPED = "skipped", "skipped"
    DECIDED = "decided", "decided"
    UNDONE = "undone", "verdict undone"
    EVIDENCE_ADDED = "evidence added", "evidence added"
    EVIDENCE_REMOVED = "evidence removed", "evidence removed"
    SILENT = "not mentioned", "not mentioned elsewhere"
    HEARD = "silence withdrawn", "no longer “not mentioned”"
    FOLLOWED = "followed", "went along with its text"
    SOURCE_CHANGED = "source changed", "source changed"
    LINKED_CHANGED = "linked text changed", "a linked claim’s source changed"
    RELOCATED = "relocated", "place settled"
    RELOCATION_UNDONE = "relocation undone", "place open again"
    SETTLED = "settled", "figure settled"
    UNSETTLED = "unsettled", "figure open again"
    REINSTATED = "reinstated", "verdict stands again"
    OPINED = "opinion", "gave an opinion"
    OPINION_WITHDRAWN = "opinion withdrawn", "took back an opinion"
    OPINION_VOID = "opinion void", "opinion set aside"
    PINNED = "pinned", "pinned"
    UNPINNED = "unpinned", "no longer pinned"
    TAKEN_OVER = "taken over", "taken over"
    ASSIGNED = "assigned", "assigned"
    HANDED_OVER = "handed over", "handed over"
    DUE = "due time", "due time"


# Whoever did one of these last holds the claim, while the lease runs.
TAKING = (EventKind.TAKEN, EventKind.TAKEN_OVER)


class NotificationKind(models.TextChoices):
    """Why a person is told; the label goes on from a name: “Tomas Brey mentioned you”."""

    MENTIONED = "mentioned", "mentioned you"
    REPLIED = "replied", "replied in a thread of yours"
    COMMENTED = "commented", "commented on a claim of yours"
    ASSIGNED = "assigned", "assigned a claim to you"
    TAKEN_OVER = "taken over", "took over a claim that you held"
    REVERSED = "reversed", "reversed your verdict"
    DISAGREED = "disagreed", "came to another verdict than you"
    HANDED_OVER = "handed over", "handed a claim over to you"
    SETTLED = "settled", "settled two opinions, one of them yours"


class Way(models.TextChoices):
    """How a person is told."""

    PAGE = "page", "On the page"
    MAIL = "mail", "By mail"


class BulkKind(models.TextChoices):
    """What is done to many claims by one act."""

    VERIFIED = "verified", "Verify"
    DISPUTED = "disputed", "Dispute"
    UNRESOLVED = "unresolved", "Leave unresolved"
    RELEASED = "released", "Let go"
    SKIPPED = "skipped", "Skip"
    ASSIGNED = "assigned", "Assign"
    PINNED = "pinned", "Pin"
    UNPINNED = "unpinned", "Unpin"
    REVERTED = "reverted", "Take back"

    @property
    def is_verdict(self) -> bool:
        return self.value in VerdictStatus.values

    @property
    def is_of_turn(self) -> bool:
        """It says whose the claims are, or whether they come first."""
        return self in (self.ASSIGNED, self.PINNED, self.UNPINNED)


class BulkState(models.TextChoices):
    """How far an act on many claims has come."""

    CHOSEN = "chosen", "Chosen"
    PREVIEWED = "previewed", "Previewed"
    STARTED = "started", "Started"
    DONE = "done", "Done"
    UNDONE = "undone", "Undone"


class BulkOutcome(models.TextChoices):
    """What an act on many claims does to one of them."""

    TO_CHANGE = "to change", "Changes"
    LEFT_OUT = "left out", "Left out"
    CHANGED = "changed", "Changed"
    TAKEN_BACK = "taken back", "Taken back"
    MOVED_ON = "moved on", "Moved on since"

"""A claim: a highlighted span of a revision, its status and who holds it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property

from articles.models.vectored import Vectored
from claims import natural_keys, spread
from claims.models.claim_constraints import CONSTRAINTS
from claims.models.claim_indexes import INDEXES
from claims.models.claim_triggers import TRIGGERS
from claims.priority import ALONE, NO_DUE_TIME, Urgency
from claims.querysets import ClaimManager
from claims.states import ClaimStatus
from web.addresses import address

if TYPE_CHECKING:
    from claims.models.attribution import Attribution


class Claim(Vectored):
    """Quote, prefix, suffix, start and end are one place in `revision.text` (code points).

    `article`, `story`, `outlet` and `dated_at` repeat what the revision's article says, so that
    queue and search filter on one table; composite foreign keys with ON UPDATE CASCADE keep them
    right. The table has a column more, `words`: what the search finds it by, see
    `articles.fulltext`.
    """

    revision = models.ForeignKey(
        "articles.Revision", on_delete=models.PROTECT, related_name="claims"
    )
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="claims")
    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="claims")
    outlet = models.ForeignKey("articles.Outlet", on_delete=models.PROTECT, related_name="claims")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.TextField(blank=True)
    suffix = models.TextField(blank=True)
    statement = models.TextField(blank=True, help_text="The claim in the desk's words")
    attribution = models.TextField(blank=True, help_text="Who says so, as in “the coastguard”")

    status = models.CharField(
        max_length=12, choices=ClaimStatus, default=ClaimStatus.UNREVIEWED, editable=False
    )
    current_verdict = models.ForeignKey(
        "claims.Verdict", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Grows with every change a reviewer should know of; a decision names the one it saw.
    version = models.PositiveIntegerField(default=1, editable=False)
    # Since when it is in the queue; none when it does not wait for a verdict.
    waiting_since = models.DateTimeField(null=True, blank=True)
    # How pressing it is, smallest first; `claims.priority` says what of. Services write it.
    priority = models.SmallIntegerField(default=ALONE, editable=False)
    due_at = models.DateTimeField(null=True, blank=True)
    # `due_at`, or NO_DUE_TIME: the order of the queue has no nulls.
    due_order = models.DateTimeField(default=NO_DUE_TIME, editable=False)
    # A reviewer put it before all others.
    pinned_at = models.DateTimeField(null=True, blank=True)
    pinned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="+",
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="assigned_claims",
    )
    assigned_group = models.ForeignKey(
        "auth.Group",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,
        related_name="assigned_claims",
    )
    # What the queue is asked for of it; `claims.signs` writes these.
    is_linked = models.BooleanField(default=False, editable=False)
    is_in_open_conflict = models.BooleanField(default=False, editable=False)
    is_suggested = models.BooleanField(default=False, editable=False)
    point_outlets = models.PositiveSmallIntegerField(default=1, editable=False)
    point_origins = models.PositiveSmallIntegerField(default=1, editable=False)
    # Evidence stands; the database keeps it, see Evidence.
    is_evidenced = models.BooleanField(default=False, editable=False)
    # Its source changed and nobody has settled its place. The database keeps it; see Relocation.
    open_relocation = models.ForeignKey(
        "claims.Relocation",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        serialize=False,
        db_index=False,
        related_name="+",
    )
    cluster = models.ForeignKey(
        "claims.Cluster", on_delete=models.SET_NULL, null=True, blank=True, related_name="claims"
    )

    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="leases",
    )
    leased_until = models.DateTimeField(null=True, blank=True)

    # The database fills it in; a claim just marked has none until it is read again.
    dated_at = models.DateTimeField(editable=False)
    marked_at = models.DateTimeField()
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="marked_claims"
    )
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ClaimManager()

    class Meta:
        ordering = ["pk"]
        constraints = [*Vectored.Meta.constraints, *CONSTRAINTS]
        indexes = [*Vectored.Meta.indexes, *INDEXES]
        triggers = TRIGGERS

    def __str__(self) -> str:
        return self.statement or self.quote

    def get_absolute_url(self) -> str:
        return address("claims:review", self.pk)

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "revision"), self.start, self.end)

    @property
    def who_says(self) -> Attribution | None:
        """Who says so, proposed or confirmed; none when it was never looked at."""
        return getattr(self, "attributed", None)

    @cached_property
    def backing(self) -> int:
        """How many origins say the same; asked for one claim alone where a page did not load it."""
        return Claim.objects.with_backing().only("pk").get(pk=self.pk).backing

    @property
    def is_single_origin(self) -> bool:
        """Verified, but all that say so have it from one source."""
        return self.status == ClaimStatus.VERIFIED and self.backing < 2

    def get_status_display(self) -> str:  # type: ignore[no-redef]  # by house name
        return ClaimStatus(self.status).label

    @property
    def status_words(self) -> str:
        """“Verified, single origin”: the status as it is shown wherever it is shown."""
        return self.get_status_display() + (", single origin" if self.is_single_origin else "")

    @property
    def spread_words(self) -> str:
        """“5 outlets · 2 independent origins” of its point, as `with_signs` loads them."""
        return spread.words(self.outlets, self.origins)  # type: ignore[attr-defined]

    @property
    def is_removed(self) -> bool:
        return self.removed_at is not None

    @property
    def urgency(self) -> Urgency:
        """Why it stands where it stands in the queue."""
        return Urgency.of(self.priority)

    @property
    def is_pinned(self) -> bool:
        return self.pinned_at is not None

    @property
    def is_overdue(self) -> bool:
        """It should have been decided by now, and waits."""
        return self.is_waiting and self.due_at is not None and self.due_at < timezone.now()

    @property
    def is_waiting(self) -> bool:
        return self.waiting_since is not None and not self.is_removed

    @property
    def has_changed_source(self) -> bool:
        """Its words are not those of its article's newest text, and nobody has settled that."""
        return self.open_relocation_id is not None

    @property
    def is_under_re_review(self) -> bool:
        """Its verdict was on other words; needs `current_verdict`."""
        verdict = self.current_verdict
        return verdict is not None and self.is_waiting and verdict.quote != self.quote

    @property
    def is_decided(self) -> bool:
        return self.status != ClaimStatus.UNREVIEWED

    def is_leased(self, *, at: datetime | None = None) -> bool:
        """Somebody holds it at that moment (now by default); leases end by the clock alone."""
        return self.leased_until is not None and self.leased_until > (at or timezone.now())

    @property
    def holder(self) -> object | None:
        """The account that holds the claim now; none when the lease is over."""
        return self.reviewer if self.is_leased() else None

"""What holds of every claim; what takes more than its row is in `claim_triggers`."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length

from claims.priority import ALONE, NO_DUE_TIME, PINNED
from claims.states import ClaimStatus

CONTEXT_LENGTH = 32  # code points of prefix and suffix, as matching.anchors gives them

models.TextField.register_lookup(Length)

CONSTRAINTS = [
    models.UniqueConstraint(
        fields=["revision", "start", "end"],
        name="claim_place_unique",
        violation_error_message="These words are marked already.",
    ),
    models.CheckConstraint(
        name="claim_span_not_empty",
        condition=Q(end__gt=F("start")),
        violation_error_message="Select at least one word.",
    ),
    models.CheckConstraint(
        name="claim_quote_as_long_as_span",
        condition=Q(quote__length=F("end") - F("start")),
    ),
    models.CheckConstraint(
        name="claim_context_short",
        condition=Q(prefix__length__lte=CONTEXT_LENGTH) & Q(suffix__length__lte=CONTEXT_LENGTH),
    ),
    models.CheckConstraint(name="claim_status_known", condition=Q(status__in=ClaimStatus.values)),
    models.CheckConstraint(
        name="claim_decided_iff_verdict",
        condition=Q(status=ClaimStatus.UNREVIEWED, current_verdict=None)
        | (~Q(status=ClaimStatus.UNREVIEWED) & Q(current_verdict__isnull=False)),
    ),
    models.CheckConstraint(
        name="claim_unreviewed_waits",
        condition=~Q(status=ClaimStatus.UNREVIEWED) | Q(waiting_since__isnull=False),
    ),
    models.CheckConstraint(
        name="claim_changed_source_waits",
        condition=Q(open_relocation=None) | Q(waiting_since__isnull=False),
    ),
    models.CheckConstraint(
        name="claim_priority_known", condition=Q(priority__gte=-PINNED, priority__lte=ALONE)
    ),
    models.CheckConstraint(
        name="claim_pinned_comes_first",
        condition=Q(pinned_at=None, pinned_by=None, priority__gte=0)
        | Q(pinned_at__isnull=False, pinned_by__isnull=False, priority__lt=0),
    ),
    models.CheckConstraint(
        name="claim_assigned_to_one",
        condition=Q(assignee=None) | Q(assigned_group=None),
        violation_error_message="Assign it to a person or to a group, not to both.",
    ),
    models.CheckConstraint(
        name="claim_due_in_order",
        condition=Q(due_at=None, due_order=NO_DUE_TIME)
        | Q(due_at__isnull=False, due_order=F("due_at")),
    ),
    models.CheckConstraint(
        name="claim_point_has_an_origin",
        condition=Q(point_origins__gte=1, point_outlets__gte=F("point_origins")),
    ),
    models.CheckConstraint(
        name="claim_reviewer_iff_leased",
        condition=Q(reviewer=None, leased_until=None)
        | Q(reviewer__isnull=False, leased_until__isnull=False),
    ),
    models.CheckConstraint(
        name="claim_remover_iff_removed",
        condition=Q(removed_by=None, removed_at=None)
        | Q(removed_by__isnull=False, removed_at__isnull=False),
    ),
]

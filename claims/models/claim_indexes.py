"""What the pages filter and order claims by; each index says whose query it is for."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from claims.states import HAS_VERDICT

IN_QUEUE = Q(waiting_since__isnull=False, removed_at=None)
IN_ORDER = ("priority", "due_order", "waiting_since", "id")  # as `claims.priority.QUEUE_ORDER`

INDEXES = [
    # The queue, most pressing first, and "review next"; by story and by outlet as well.
    models.Index(fields=[*IN_ORDER], name="claim_queue", condition=IN_QUEUE),
    models.Index(fields=["story", *IN_ORDER], name="claim_queue_story", condition=IN_QUEUE),
    models.Index(fields=["outlet", *IN_ORDER], name="claim_queue_outlet", condition=IN_QUEUE),
    # What is assigned to somebody or to a group: their list, and "review next" before the rest.
    models.Index(
        fields=["assignee", *IN_ORDER],
        name="claim_assigned",
        condition=IN_QUEUE & Q(assignee__isnull=False),
    ),
    models.Index(
        fields=["assigned_group", *IN_ORDER],
        name="claim_assigned_group",
        condition=IN_QUEUE & Q(assigned_group__isnull=False),
    ),
    # The search, newest first; by status as well. A migration has its index over words.
    models.Index(fields=["-dated_at", "-id"], name="claim_dated", condition=Q(removed_at=None)),
    models.Index(
        fields=["status", "-dated_at", "-id"],
        name="claim_dated_status",
        condition=Q(removed_at=None),
    ),
    # What became of an outlet's newest claims, on its page.
    models.Index(
        fields=["outlet", "-id"],
        include=["status"],
        name="claim_outlet_newest",
        condition=Q(removed_at=None),
    ),
    # "Checked before" counts differing signs over this alone, never reading the table, and
    # in its order, so that what is visible is looked up once a page and not once a row.
    models.Index(
        fields=["id"],
        include=["code", "story"],
        name="claim_codes",
        condition=Q(removed_at=None, code__isnull=False),
    ),
    # What somebody holds: home page, "review next" resuming.
    models.Index(
        fields=["reviewer", "leased_until"],
        name="claim_leases",
        condition=Q(reviewer__isnull=False),
    ),
    # Counted on every page: the few whose source changed.
    models.Index(
        fields=["open_relocation"],
        name="claim_changed",
        condition=Q(open_relocation__isnull=False, removed_at=None),
    ),
    # What the bar asks for: has:link and its like, in the order of the queue. The last columns are
    # read in the index: of the linked ones, which others mostly tell as well, those told by few.
    *(
        models.Index(
            fields=[*IN_ORDER, *more], name=name, condition=Q(removed_at=None, **{sign: True})
        )
        for name, sign, more in (
            ("claim_linked", "is_linked", ["point_origins"]),
            ("claim_in_conflict", "is_in_open_conflict", ["point_origins"]),
            ("claim_suggested", "is_suggested", ["is_linked"]),
            ("claim_evidenced", "is_evidenced", []),
        )
    ),
    # origins:<2 of what waits, which comes last in the order of the queue; then origins: and
    # outlets:, of claims whose point others tell as well.
    models.Index(
        fields=[*IN_ORDER],
        name="claim_single_origin",
        condition=IN_QUEUE & Q(point_origins__lt=2),
    ),
    models.Index(
        fields=["point_origins", "point_outlets"],
        name="claim_spread",
        condition=Q(removed_at=None, point_outlets__gt=1),
    ),
    # age:, and the feed of what came last.
    models.Index(fields=["waiting_since", "id"], name="claim_waiting_since", condition=IN_QUEUE),
    # The few that wait again: status:disputed, decided-by: among what waits, with has: as well.
    models.Index(
        fields=["status", *IN_ORDER, "is_linked", "is_suggested", "is_in_open_conflict"],
        name="claim_waits_again",
        condition=IN_QUEUE & HAS_VERDICT,
    ),
]

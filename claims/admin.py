"""Claims, links, verdicts and their history in the admin: to read, never to write."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from accounts.administration import ReadOnlyAdmin
from articles.models import Story
from claims.models import (
    Attribution,
    BulkAct,
    BulkPart,
    Claim,
    Cluster,
    Comment,
    Discrepancy,
    Dismissal,
    Event,
    Evidence,
    FeedKey,
    Link,
    Mention,
    Mute,
    Notification,
    Opinion,
    OpinionEvidence,
    RationaleDraft,
    Relocation,
    SavedView,
    Silence,
    Skip,
    StatusName,
    SubReason,
    Verdict,
    VerdictEvidence,
)

STORIES_OFFERED = 20


class NewestStories(admin.RelatedFieldListFilter):
    """The stories the desk works on; the search finds those of older ones by their title."""

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: admin.ModelAdmin[Any]
    ) -> list[tuple[str, Any]]:
        newest = Story.objects.order_by("-created_at", "-pk")[:STORIES_OFFERED]
        return [(str(story.pk), story.title) for story in newest]


@admin.register(Claim)
class ClaimAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "status", "outlet", "waiting_since", "reviewer")
    list_filter = ("status", "waiting_since", "pinned_at", "due_at", ("story", NewestStories))
    list_select_related = ("outlet", "reviewer")
    search_fields = ("quote", "statement", "story__title")


@admin.register(Attribution)
class AttributionAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "claim", "state", "decided_by", "decided_at")
    list_filter = ("state", "strength", "is_named")
    list_select_related = ("claim", "decided_by")
    search_fields = ("chain", "claim__quote")


@admin.register(BulkAct)
class BulkActAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "state", "changed", "done_at", "undone_at")
    list_filter = ("kind", "state", "chosen_at")
    list_select_related = ("by",)
    search_fields = ("rationale", "by__username")
    ordering = ("-pk",)


@admin.register(BulkPart)
class BulkPartAdmin(ReadOnlyAdmin):
    list_display = ("claim", "act", "outcome", "reason")
    list_filter = ("outcome",)
    list_select_related = ("claim", "act__by")
    search_fields = ("claim__quote", "reason")
    ordering = ("-pk",)


@admin.register(Cluster)
class ClusterAdmin(ReadOnlyAdmin):
    list_display = ("__str__", "story", "number")
    list_filter = (("story", NewestStories),)
    list_select_related = ("story",)
    search_fields = ("story__title",)


@admin.register(Link)
class LinkAdmin(ReadOnlyAdmin):
    list_display = ("a", "kind", "b", "state", "score", "decided_by", "decided_at")
    list_filter = ("state", "kind")
    list_select_related = ("a", "b", "decided_by")
    search_fields = ("a__quote", "b__quote")


@admin.register(Discrepancy)
class DiscrepancyAdmin(ReadOnlyAdmin):
    list_display = ("value_a", "value_b", "subject", "kind", "grade", "resolution", "is_current")
    list_filter = ("grade", "kind", "resolution", "is_current")
    search_fields = ("subject", "value_a", "value_b", "reason")


@admin.register(Dismissal)
class DismissalAdmin(ReadOnlyAdmin):
    list_display = ("claim", "by", "at")
    list_filter = ("at",)
    list_select_related = ("claim", "by")
    search_fields = ("claim__quote",)


@admin.register(Mention)
class MentionAdmin(ReadOnlyAdmin):
    list_display = ("claim", "outlet", "score")
    list_select_related = ("claim", "outlet")
    search_fields = ("claim__quote", "claim__story__title")


@admin.register(Silence)
class SilenceAdmin(ReadOnlyAdmin):
    list_display = ("claim", "outlet", "by", "at")
    list_filter = ("at",)
    list_select_related = ("claim", "outlet", "by")
    search_fields = ("claim__quote", "claim__story__title")


@admin.register(Event)
class EventAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "kind", "claim", "reason")
    list_filter = ("kind", "at")
    list_select_related = ("by", "claim")
    search_fields = ("claim__quote", "reason", "by__username")


@admin.register(Verdict)
class VerdictAdmin(ReadOnlyAdmin):
    list_display = ("claim", "status", "decided_by", "decided_with", "decided_at")
    list_filter = ("status", "decided_at")
    list_select_related = ("claim", "decided_by", "decided_with")
    search_fields = ("quote", "rationale", "decided_by__username")


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyAdmin):
    list_display = ("title", "kind", "claim", "url", "added_by", "added_at", "removed_at")
    list_filter = ("kind", "added_at", "removed_at")
    list_select_related = ("claim", "added_by")
    search_fields = ("title", "url", "citation", "claim__quote")


@admin.register(VerdictEvidence)
class VerdictEvidenceAdmin(ReadOnlyAdmin):
    list_display = ("verdict", "evidence")
    list_select_related = ("verdict__decided_by", "evidence")
    search_fields = ("evidence__title", "verdict__quote")


@admin.register(Opinion)
class OpinionAdmin(ReadOnlyAdmin):
    list_display = ("claim", "status", "by", "at", "state")
    list_filter = ("state", "status", "at")
    list_select_related = ("claim", "by")
    search_fields = ("quote", "rationale", "by__username")


@admin.register(OpinionEvidence)
class OpinionEvidenceAdmin(ReadOnlyAdmin):
    list_display = ("opinion", "evidence")
    list_select_related = ("opinion__by", "evidence")
    search_fields = ("evidence__title", "opinion__quote")


@admin.register(StatusName)
class StatusNameAdmin(ReadOnlyAdmin):
    """Written on the desk's own page, which brings every process up to date."""

    list_display = ("status", "name", "changed_by", "changed_at")
    list_select_related = ("changed_by",)
    search_fields = ("name",)


@admin.register(SubReason)
class SubReasonAdmin(ReadOnlyAdmin):
    list_display = ("words", "status", "added_by", "added_at", "retired_at")
    list_filter = ("status", "retired_at")
    list_select_related = ("added_by",)
    search_fields = ("words",)


@admin.register(Skip)
class SkipAdmin(ReadOnlyAdmin):
    list_display = ("claim", "reviewer", "until")
    list_filter = ("until",)
    list_select_related = ("claim", "reviewer")
    search_fields = ("claim__quote", "reviewer__username")


@admin.register(RationaleDraft)
class RationaleDraftAdmin(ReadOnlyAdmin):
    """That somebody writes at a claim; the words are theirs alone."""

    list_display = ("claim", "reviewer", "saved_at")
    list_filter = ("saved_at",)
    list_select_related = ("claim", "reviewer")
    search_fields = ("claim__quote", "reviewer__username")
    fields = ("claim", "reviewer", "saved_at")


@admin.register(Relocation)
class RelocationAdmin(ReadOnlyAdmin):
    list_display = ("found_at", "outcome", "state", "claim", "decided_by")
    list_filter = ("outcome", "state", "found_at")
    list_select_related = ("claim", "decided_by")
    search_fields = ("old_quote", "new_quote", "note")
    fields = (
        *("claim", "outcome", "score", "state", "found_at", "waited_since"),
        *("old_start", "old_end", "old_quote", "new_start", "new_end", "new_quote"),
        *("settled_start", "settled_end", "note", "decided_at", "decided_by"),
    )


@admin.register(Notification)
class NotificationAdmin(ReadOnlyAdmin):
    list_display = ("at", "person", "by", "kind", "claim", "read_at")
    list_filter = ("kind", "at")
    list_select_related = ("person", "by", "claim")
    search_fields = ("claim__quote", "person__username", "by__username")


@admin.register(Comment)
class CommentAdmin(ReadOnlyAdmin):
    list_display = ("at", "by", "claim", "resolved_at", "removed_at")
    list_filter = ("at", "resolved_at", "removed_at")
    list_select_related = ("by", "claim")
    search_fields = ("text", "claim__quote", "by__username")


@admin.register(Mute)
class MuteAdmin(ReadOnlyAdmin):
    list_display = ("person", "kind", "way")
    list_filter = ("kind", "way")
    list_select_related = ("person",)
    search_fields = ("person__username",)


@admin.register(SavedView)
class SavedViewAdmin(ReadOnlyAdmin):
    list_display = ("name", "owner", "tab", "query", "is_shared", "removed_at")
    list_filter = ("tab", "is_shared")
    list_select_related = ("owner",)
    search_fields = ("name", "query", "owner__username")
    ordering = ("-pk",)


@admin.register(FeedKey)
class FeedKeyAdmin(ReadOnlyAdmin):
    list_display = ("person", "number", "counted_from", "used")
    list_select_related = ("person",)
    search_fields = ("person__username",)
    ordering = ("-pk",)

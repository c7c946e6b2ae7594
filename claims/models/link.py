"""Links between claims of different articles, and the clusters they make."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from claims import natural_keys
from claims.link_querysets import ClusterManager, LinkQuerySet
from claims.states import LinkKind, LinkState, Mismatch


class Cluster(models.Model):
    """Claims joined by confirmed *same* or *contradicts* links: one point of the story."""

    story = models.ForeignKey("articles.Story", on_delete=models.PROTECT, related_name="clusters")
    number = models.PositiveIntegerField(help_text="Counted from 1 within the story")

    objects = ClusterManager()

    class Meta:
        ordering = ["story", "number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="cluster_number_unique"),
            # Target of the composite key by which a claim's cluster is of its story.
            models.UniqueConstraint(fields=["id", "story"], name="cluster_story_key"),
        ]

    def __str__(self) -> str:
        return f"Point {self.number} of {self.story}"

    def natural_key(self) -> tuple[str | int, ...]:
        return (*natural_keys.key_of(self, "story"), self.number)


class Link(models.Model):
    """One row for two claims, `a` the one with the lower id."""

    a = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="links_as_a")
    b = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="links_as_b")
    kind = models.CharField(max_length=12, choices=LinkKind)
    state = models.CharField(max_length=10, choices=LinkState, editable=False)
    score = models.FloatField(null=True, blank=True, help_text="0 to 1, when it was suggested")
    shared = ArrayField(models.TextField(), default=list, blank=True, help_text="Words in both")
    reasons = ArrayField(
        models.TextField(), default=list, blank=True, help_text="Why it was suggested"
    )
    mismatch = models.CharField(
        max_length=12, blank=True, choices=Mismatch, help_text="Why it is not a match, if said"
    )
    suggested_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = LinkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["a", "b"], name="link_pair_unique"),
            models.CheckConstraint(name="link_stored_once", condition=Q(a__lt=F("b"))),
            models.CheckConstraint(name="link_kind_known", condition=Q(kind__in=LinkKind.values)),
            models.CheckConstraint(
                name="link_state_known", condition=Q(state__in=LinkState.values)
            ),
            models.CheckConstraint(
                name="link_score_is_a_share",
                condition=Q(score=None) | Q(score__gte=0, score__lte=1),
            ),
            models.CheckConstraint(
                name="link_mismatch_known",
                condition=Q(mismatch="") | Q(mismatch__in=Mismatch.values),
            ),
            models.CheckConstraint(
                name="link_mismatch_only_rejected",
                condition=Q(mismatch="") | Q(state=LinkState.REJECTED),
            ),
            models.CheckConstraint(
                name="link_decider_iff_decided",
                condition=Q(state=LinkState.SUGGESTED, decided_by=None, decided_at=None)
                | (
                    ~Q(state=LinkState.SUGGESTED)
                    & Q(decided_by__isnull=False, decided_at__isnull=False)
                ),
            ),
        ]
        indexes = [models.Index(fields=["b", "state"], name="link_other_end")]
        triggers = [
            pgtrigger.Trigger(
                name="link_joins_two_articles",
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("a_id", "b_id", "kind"),
                when=pgtrigger.Before,
                declare=[("one", "claims_claim%ROWTYPE"), ("other", "claims_claim%ROWTYPE")],
                func="""
                    SELECT * INTO one FROM claims_claim WHERE id = NEW.a_id;
                    SELECT * INTO other FROM claims_claim WHERE id = NEW.b_id;
                    IF one.article_id = other.article_id THEN
                        RAISE EXCEPTION 'link_joins_two_articles: both claims stand in one article'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    IF NEW.kind <> 'related' AND one.story_id <> other.story_id THEN
                        RAISE EXCEPTION 'link_joins_two_articles: only related leaves a story'
                            USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.Protect(name="link_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return f"{self.a} {self.get_kind_display().lower()} {self.b}"

    def natural_key(self) -> tuple[object, ...]:
        return (*natural_keys.key_of(self, "a"), *natural_keys.key_of(self, "b"))


class Dismissal(models.Model):
    """“Not a match” between a claim and an unmarked sentence of another article."""

    claim = models.ForeignKey("claims.Claim", on_delete=models.PROTECT, related_name="dismissals")
    sentence = models.ForeignKey(
        "articles.Sentence", on_delete=models.PROTECT, related_name="dismissals"
    )
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="dismissals"
    )
    mismatch = models.CharField(
        max_length=12, blank=True, choices=Mismatch, help_text="Why it is not a match, if said"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "sentence"], name="dismissal_once"),
            models.CheckConstraint(
                name="dismissal_mismatch_known",
                condition=Q(mismatch="") | Q(mismatch__in=Mismatch.values),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by}: not a match for {self.claim}"

"""Questions over claims, in the desk's words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from articles import fulltext
from claims import ends, natural_keys, priority
from claims.claim_loading import LoadedClaims
from claims.states import HAS_VERDICT, RelocationState

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Outlet, Revision
    from claims.models import Claim


class ClaimQuerySet(LoadedClaims, models.QuerySet["Claim"]):
    def get_by_natural_key(self, *key: str | int) -> Claim:
        return natural_keys.find(self, key, natural_keys.claim(key))

    def locked(self, pk: int) -> Claim:
        """The claim as it is now, held until the transaction ends; its key may still be used."""
        rows = self.select_related("reviewer").select_for_update(of=("self",), no_key=True)
        return rows.get(pk=pk)

    def locked_with_held(self, pk: int, user: User) -> ClaimQuerySet:
        """The claim and those that the person holds, as `locked`, in the order of their keys.

        Whoever locks several claims does it in that order, so that none waits for the other.
        """
        keys = {pk, *self.held_by(user).values_list("pk", flat=True)}
        rows = self.select_related("reviewer").select_for_update(of=("self",), no_key=True)
        return rows.filter(pk__in=keys).order_by("pk")

    def to_decide(self) -> ClaimQuerySet:
        """Held as `locked`, with its story and its verdict."""
        rows = self.select_related("reviewer", "story", "current_verdict")
        return rows.select_for_update(of=("self",), no_key=True)

    def active(self) -> ClaimQuerySet:
        return self.filter(removed_at=None)

    def newest_of_outlet(self, outlet: Outlet, count: int) -> ClaimQuerySet:
        """The newest standing claims of the outlet, at most that many."""
        return self.active().filter(outlet=outlet).order_by("-pk")[:count]

    def waiting(self) -> ClaimQuerySet:
        """In the queue: without a verdict, or back in it because something moved."""
        return self.filter(waiting_since__isnull=False, removed_at=None)

    def decided(self) -> ClaimQuerySet:
        return self.active().filter(HAS_VERDICT)

    def decided_by(self, user: User) -> ClaimQuerySet:
        """Their verdict stands."""
        return self.decided().filter(current_verdict__decided_by=user)

    def held_by(self, user: User, *, at: datetime | None = None) -> ClaimQuerySet:
        """Leased to them at that moment, now by default."""
        return self.active().filter(reviewer=user, leased_until__gt=at or timezone.now())

    def free_for(self, user: User, *, at: datetime) -> ClaimQuerySet:
        """Waiting, held by nobody else, not skipped by this person; with a source that stands."""
        skipped = Exists(
            self.model.skips.rel.related_model.objects.filter(  # type: ignore[attr-defined]
                claim=OuterRef("pk"), reviewer=user, until__gt=at
            )
        )
        free = Q(reviewer=None) | Q(leased_until__lte=at) | Q(reviewer=user)
        waiting = self.waiting().in_standing_words().filter(free).filter(~skipped)
        return waiting.open_to_the_eyes_of(user)

    def open_to_the_eyes_of(self, user: User) -> ClaimQuerySet:
        """Without those that `second_eyes.bar` keeps from this person, as a queue needs it.

        The rule of the story comes first, so that where nobody asks for a second pair of eyes a
        row costs one look at a small index.
        """
        barred = Q(marked_by=user) | Exists(ends.confirmed_by(user)) | Exists(ends.opinions(user))
        return self.filter(~(Exists(ends.strict_story()) & barred))

    def in_disagreement(self) -> ClaimQuerySet:
        """Two people decided it differently, and no desk admin has settled that."""
        opinions = self.model.opinions.rel.related_model.objects  # type: ignore[attr-defined]
        return self.filter(pk__in=opinions.in_disagreement().values("claim"))

    def assigned_to(self, user: User, groups: Collection[int]) -> ClaimQuerySet:
        """To them, or to a group of theirs: by its key, so that two indexes answer it."""
        return self.filter(Q(assignee=user) | Q(assigned_group__in=groups))

    def in_turn_for(self, user: User, *, at: datetime) -> tuple[ClaimQuerySet, ...]:
        """What “Review next” looks through, one after the other: what is theirs, their groups',
        and nobody's, with anybody's that is overdue. Each for an index of its own."""
        nobodys = Q(assignee=None, assigned_group=None)
        theirs = Q(assignee=user) | Q(assigned_group__in=user.groups.all())
        turns = (
            self.filter(assignee=user),
            self.filter(assigned_group__in=user.groups.all()),
            self.filter(nobodys | theirs | Q(due_order__lte=at)),
        )
        return tuple(turn.most_pressing_first() for turn in turns)

    def most_pressing_first(self) -> ClaimQuerySet:
        """The order of the queue, total; see `claims.priority`."""
        return self.order_by(*priority.QUEUE_ORDER)

    def differing_in_priority(self) -> ClaimQuerySet:
        """Whose stored priority is not what its parts come to, which is `right_priority`."""
        right = priority.worked_out(ClaimQuerySet(self.model).active())
        return self.annotate(right_priority=right).exclude(priority=F("right_priority"))

    def found_by(self, words: fulltext.Asked) -> ClaimQuerySet:
        """Quote, statement and attribution together hold what is asked, in any form."""
        return self.alias(words=fulltext.StoredWords()).filter(words=words)

    def looked_up(self, words: fulltext.Asked, pairs: Sequence[int]) -> ClaimQuerySet:
        """As `found_by`, through the index of these word pairs (`fulltext.pairs_of`) alone."""
        rows = self.alias(pairs=fulltext.StoredPairs()).filter(Q(pairs__contains=pairs))
        return rows.alias(words=fulltext.StoredWords()).filter(fulltext.read_for(words))

    def with_backing(self) -> ClaimQuerySet:
        """Adds `backing`: how many origins say the same as the claim, its own among them."""
        said = ends.backing_of(ClaimQuerySet(self.model).active())
        return self.annotate(backing=said)  # type: ignore[no-redef]  # as Claim.backing would ask

    def for_other_story(self) -> ClaimQuerySet:
        """What is told of a claim in another story: source, status and who decided why."""
        told = self.select_related("article", "outlet", "story", "current_verdict__decided_by")
        return told.with_backing()

    def cluster_of(self, claim_id: int) -> models.QuerySet[Claim, Any]:
        """Its cluster alone, for a question inside another."""
        return self.filter(pk=claim_id).values("cluster")

    def touched_by(self, claim_ids: Iterable[int]) -> ClaimQuerySet:
        """These, and those of their points, which show how many outlets say the same."""
        points = ClaimQuerySet(self.model).filter(pk__in=claim_ids, cluster__isnull=False)
        same = Q(cluster__in=points.values("cluster"))
        return self.filter(Q(pk__in=claim_ids) | same)

    def sharing_point_with(self, claim: Claim) -> ClaimQuerySet:
        """The standing claims of its cluster; a claim without one stands alone."""
        same = Q(cluster=claim.cluster_id) if claim.cluster_id else Q(pk=claim.pk)
        return self.active().filter(same)

    def for_reading(self, revision: Revision) -> ClaimQuerySet:
        """The claims that stand in a revision, in reading order, with what their notes show."""
        standing = self.active().filter(revision=revision)
        told = standing.with_sources().with_signs().with_open_threads()
        return told.in_reading_order()

    def left_behind_by(self, revision: Revision) -> ClaimQuerySet:
        """The claims of its article that stand in another revision, oldest mark first."""
        elsewhere = self.active().filter(article=revision.article_id).exclude(revision=revision)
        told = elsewhere.select_related("revision").with_backing()
        return told.defer("revision__text", "revision__source")

    def to_follow(self, revision: Revision) -> ClaimQuerySet:
        """The standing claims of its article in other words, held until the transaction ends.

        Adds `is_kept`: a person keeps their old reading.
        """
        relocations = self.model.relocations.rel.related_model.objects  # type: ignore[attr-defined]
        kept = relocations.filter(
            claim=OuterRef("pk"), from_revision=OuterRef("revision"), state=RelocationState.KEPT
        )
        standing = self.active().filter(article=revision.article_id).exclude(revision=revision)
        held = standing.select_related("open_relocation").select_for_update(
            of=("self",), no_key=True
        )
        return held.annotate(is_kept=Exists(kept)).order_by("pk")

    def in_standing_words(self) -> ClaimQuerySet:
        """Whose source did not change, or only so that a person has settled it."""
        return self.filter(open_relocation=None)

    def changed(self) -> ClaimQuerySet:
        """Whose source changed, and nobody has settled it."""
        return self.active().filter(open_relocation__isnull=False)

    def in_reading_order(self) -> ClaimQuerySet:
        return self.order_by("start", "-end", "pk")

    def without_vector(self) -> ClaimQuerySet:
        return self.active().filter(vector_model=None)


_ClaimManager = models.Manager.from_queryset(ClaimQuerySet)


class ClaimManager(_ClaimManager["Claim"]):
    """Leaves vectors in the database: they are long, and saving the row must not write old ones."""

    def get_queryset(self) -> ClaimQuerySet:
        return cast("ClaimQuerySet", super().get_queryset().defer("vector", "code", "vector_model"))

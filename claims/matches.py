"""What an editor does with a suggestion: link it, turn it down, and take either back."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction
from django.utils import timezone

from claims import clusters, highlights, history, links, mentions
from claims.errors import BadLink
from claims.models import Claim, Dismissal, Link
from claims.states import EventKind, LinkKind, LinkState

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from accounts.models import User
    from articles.models import Revision, Sentence

SALT = "claims.matches.undo"
MOVED_AT_ONCE = 500  # dismissals of one statement


@dataclass(frozen=True)
class Undone:
    """What an Undo brought back: the link between the claim it was made from and another."""

    claim: Claim
    other: Claim
    state: LinkState


@transaction.atomic
def mark_and_link(
    claim: Claim, sentence: Sentence, *, kind: LinkKind, by: User
) -> tuple[links.Act, Claim | None]:
    """Mark a sentence of another article as a claim and link it, in one step.

    Gives the claim that was marked for it, none when the sentence was marked already. Raises
    BadLink and what `highlights.mark` raises; nothing is marked then.
    """
    _check(claim, sentence)
    marked, is_new = highlights.mark_once(
        sentence.revision, start=sentence.start, end=sentence.end, by=by
    )
    act = links.confirm(claim, marked, kind=kind, by=by)
    return act, marked if is_new else None


@transaction.atomic
def dismiss(claim: Claim, sentence: Sentence, *, by: User, mismatch: str = "") -> Dismissal:
    """Not a match with an unmarked sentence; saying it twice changes nothing. Raises BadLink."""
    _check(claim, sentence)
    dismissal, is_new = Dismissal.objects.get_or_create(
        claim=claim,
        sentence=sentence,
        defaults={"at": timezone.now(), "by": by, "mismatch": mismatch},
    )
    if is_new:
        why = dismissal.get_mismatch_display()
        history.record(claim, EventKind.REJECTED, by=by, after=sentence.words, reason=why)
        mentions.refresh(claim)
    return dismissal


@transaction.atomic
def dismiss_at_point(claim: Claim, sentence: Sentence, *, by: User) -> None:
    """Not a match for the claim, nor for the others of its point in other articles. Raises BadLink
    where the claim was removed."""
    _refuse_if_removed(claim)
    article = sentence.revision.article_id
    for one in Claim.objects.sharing_point_with(claim).order_by("pk"):
        if one.article_id != article:
            dismiss(one, sentence, by=by)


@transaction.atomic
def undo_dismissal_at_point(claim: Claim, sentence: Sentence, *, by: User) -> None:
    """The sentence may be suggested again at the point. Raises BadLink when it may already."""
    point = Claim.objects.sharing_point_with(claim)
    refused = point.filter(dismissals__sentence=sentence).order_by("pk")
    if not refused:
        raise BadLink("This was undone already. Nothing changed.")
    for one in refused:
        undo_dismissal(one, sentence, by=by)


def follow_texts(revisions: Iterable[Revision]) -> None:
    """New versions of texts: a sentence that was no match is none where it reads the same."""
    for revision in revisions:
        if revision.number > 1:
            _carry_on(revision)


def _carry_on(revision: Revision) -> None:
    older = Dismissal.objects.filter(sentence__revision__article=revision.article_id)
    same: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in revision.sentences.order_by("position") if older.exists() else ():
        same[revision.text[sentence.start : sentence.end]].append(sentence)
    taken: Counter[tuple[int, str]] = Counter()
    moved = []
    told = older.select_related("sentence__revision").defer("sentence__revision__source")
    for row in told.order_by("pk"):
        words, places = row.sentence.words, same[row.sentence.words]
        if taken[row.claim_id, words] < len(places):
            row.sentence = places[taken[row.claim_id, words]]
            taken[row.claim_id, words] += 1
            moved.append(row)
    Dismissal.objects.bulk_update(moved, ["sentence"], batch_size=MOVED_AT_ONCE)


def dismissed(claim: Claim) -> QuerySet[Dismissal]:
    """The sentences that are no match, in the order in which that was said."""
    return (
        claim.dismissals.select_related("sentence__revision__article__outlet")
        .defer("sentence__revision__source")
        .order_by("at", "pk")
    )


@transaction.atomic
def undo_dismissal(claim: Claim, sentence: Sentence, *, by: User) -> None:
    """The sentence may be suggested again. Raises BadLink when it may already."""
    deleted, _ = Dismissal.objects.filter(claim=claim, sentence=sentence).delete()
    if not deleted:
        raise BadLink("This was undone already. Nothing changed.")
    words = sentence.words
    history.record(claim, EventKind.RESTORED, by=by, field="suggestion", after=words)
    mentions.refresh(claim)


def undo_token(act: links.Act, *, claim: Claim, marked: Claim | None = None) -> str:
    """Signed, for the Undo button; only good while nobody has changed what the act made.

    `claim` is the end it was done from; `marked` the claim that was marked for it, which Undo
    removes again.
    """
    return signing.dumps(
        {
            "link": act.link.pk,
            "now": _as_it_is(act.link),
            "before": [act.state_before, act.kind_before],
            "claim": claim.pk,
            "marked": [marked.pk, marked.version] if marked else None,
        },
        salt=SALT,
    )


@transaction.atomic
def undo(token: str, *, by: User) -> Undone:
    """Take back the act that gave the token: the link is again what it was before.

    Any member may, as any member may unlink. Raises BadLink when the token is broken, or when
    somebody changed the link or the claim that was marked for it.
    """
    try:
        act = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise BadLink(
            "This can no longer be undone. Open the claim to change its links."
        ) from error
    link = _unchanged_link(act["link"], act["now"])
    marked = _unchanged_mark(*act["marked"]) if act["marked"] else None
    state, kind = LinkState(act["before"][0]), LinkKind(act["before"][1])
    links.restore(link, state=state, kind=kind, by=by)
    if marked:
        highlights.remove(marked, by=by)
    ends = (link.a, link.b) if link.a_id == act["claim"] else (link.b, link.a)
    return Undone(*ends, state)


def _check(claim: Claim, sentence: Sentence) -> None:
    _refuse_if_removed(claim)
    article = sentence.revision.article
    if article.pk == claim.article_id or article.story_id != claim.story_id:
        raise BadLink("This sentence is in no other article of the story. Nothing changed.")


def _refuse_if_removed(claim: Claim) -> None:
    claim.refresh_from_db(fields=["removed_at", "story"])
    if claim.is_removed:
        raise BadLink("This claim was removed meanwhile. Put it back to link it.")


def _unchanged_link(pk: int, seen: list[str]) -> Link:
    link = Link.objects.for_page().filter(pk=pk).first()
    if link:
        clusters.lock({link.a.story_id, link.b.story_id})
        link.refresh_from_db(fields=["state", "kind", "decided_at", "decided_by"])
    if link is None or _as_it_is(link) != seen:
        raise BadLink("This link was changed since. Open the claim to see what it is now.")
    return link


def _unchanged_mark(pk: int, version: int) -> Claim:
    claim = Claim.objects.filter(pk=pk, version=version).first()
    if claim is None:
        raise BadLink("The claim marked with this link was changed since. Unlink it instead.")
    return claim


def _as_it_is(link: Link) -> list[str]:
    return [link.state, link.kind, _stamp(link.decided_at)]


def _stamp(at: datetime | None) -> str:
    return at.isoformat() if at else ""

"""What an editor does with a suggestion: link it, turn it down, and take either back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction
from django.utils import timezone

from claims import highlights, history, links
from claims.errors import BadLink
from claims.models import Claim, Dismissal, Link
from claims.states import EventKind, LinkKind, LinkState

if TYPE_CHECKING:
    from accounts.models import User
    from articles.models import Sentence

SALT = "claims.matches.undo"


def undo_token(act: links.Act, *, marked: Claim | None = None) -> str:
    """Signed, for the Undo button; only good while nobody has changed the link since.

    `marked`: the claim that was marked to be linked, which undo removes again.
    """
    return signing.dumps(
        {
            "link": act.link.pk,
            "now": _as_it_is(act.link),
            "before": [act.state_before, act.kind_before],
            "marked": marked.pk if marked else None,
        },
        salt=SALT,
    )


def _as_it_is(link: Link) -> list[str]:
    return [link.state, link.kind, _stamp(link.decided_at)]


def _stamp(at: datetime | None) -> str:
    return at.isoformat() if at else ""


@transaction.atomic
def mark_and_link(
    claim: Claim, sentence: Sentence, *, kind: LinkKind, by: User
) -> tuple[links.Act, Claim]:
    """Mark an unmarked sentence of another article as a claim and link it, in one step."""
    marked = highlights.mark(sentence.revision, start=sentence.start, end=sentence.end, by=by)
    return links.confirm(claim, marked, kind=kind, by=by), marked


@transaction.atomic
def dismiss(claim: Claim, sentence: Sentence, *, by: User) -> Dismissal:
    """Not a match with an unmarked sentence."""
    dismissal, is_new = Dismissal.objects.get_or_create(
        claim=claim, sentence=sentence, defaults={"at": timezone.now(), "by": by}
    )
    if is_new:
        history.record(claim, EventKind.REJECTED, by=by, after=sentence.words)
    return dismissal


@transaction.atomic
def undo_dismissal(dismissal: Dismissal, *, by: User) -> None:
    """The sentence may be suggested again."""
    words = dismissal.sentence.words
    history.record(dismissal.claim, EventKind.RESTORED, by=by, field="suggestion", after=words)
    dismissal.delete()


@transaction.atomic
def undo(token: str, *, by: User) -> Link:
    """Take back the act that gave the token: the link is again what it was before.

    Raises BadLink when the token is broken or somebody changed the link since.
    """
    try:
        act = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise BadLink(
            "This can no longer be undone. Open the claim to change its links."
        ) from error
    link = Link.objects.select_related("a", "b").get(pk=act["link"])
    links.lock({link.a.story_id, link.b.story_id})
    link.refresh_from_db(fields=["state", "kind", "decided_at", "decided_by"])
    if _as_it_is(link) != act["now"]:
        raise BadLink("This link was changed since. Open the claim to see what it is now.")
    state, kind = act["before"]
    links.restore(link, state=LinkState(state), kind=LinkKind(kind), by=by)
    if act["marked"]:
        highlights.remove(Claim.objects.get(pk=act["marked"]), by=by)
    return link

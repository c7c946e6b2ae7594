"""Who says so: proposed for each claim from the words around it, confirmed or changed by a person.

The only writer of attributions, and of the claim's words about them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core import signing
from django.db import transaction
from django.utils import timezone

import matching
from articles.models import Outlet, Revision
from claims import clusters, comparisons, history
from claims.errors import StaleClaim
from claims.models import Attribution, Claim
from claims.permission import changeable
from claims.states import AttributionState, EventKind
from matching import Strength

if TYPE_CHECKING:
    from accounts.models import User

SALT = "claims.attributions.undo"
FIELD = "attribution"  # of the event that tells of a change, and of the claim
OWN_VOICE, NOBODY = "the outlet itself", "nobody named"
BEFORE, AFTER = 4_000, 1_000  # code points of the text that are read around a claim


@dataclass(frozen=True, kw_only=True)
class Saying:
    """Who says so as a person puts it; an empty chain is the outlet's own voice."""

    chain: tuple[str, ...]
    strength: Strength

    @property
    def words(self) -> str:
        return matching.chain_words(self.chain)


def follow_mark(claim: Claim, *, text: str) -> None:
    """A claim was marked in `text`: keep what its marker said of who says so, else propose it."""
    if claim.attribution:
        chain = matching.read_chain(claim.attribution)
        saying = Saying(chain=chain, strength=Strength.STATED)
        _confirm(Attribution(claim=claim), saying, by=claim.marked_by)
    else:
        propose(claim, text=text)


def propose(claim: Claim, *, text: str | None = None) -> Attribution | None:
    """Read from the article who says so, and store it as a proposal; none when nobody does.

    What a person has said stays, in words or as a row. Three queries; two where `text`, the words
    of its revision, is given.
    """
    row = Attribution.objects.filter(claim=claim).first()
    if claim.attribution or (row and row.is_confirmed):
        return row
    found = read(claim, text=text)
    if found is None:
        if row:
            row.delete()
        return None
    row = row or Attribution(claim=claim)
    row.state, row.proposed_at = AttributionState.PROPOSED, timezone.now()
    row.chain, row.strength, row.is_named = list(found.chain), found.strength, found.is_named
    row.save()
    return row


def claims_without() -> list[Claim]:
    """The standing claims for which nothing is said or proposed, oldest first."""
    return list(Claim.objects.active().filter(attributed=None, attribution="").order_by("pk"))


def read(claim: Claim, *, text: str | None = None) -> matching.Attribution | None:
    """Who says so by the words around the claim; none in the outlet's own voice. Two queries; one
    where `text` is given, as to `propose`."""
    if text is None:
        text = Revision.objects.without_source().get(pk=claim.revision_id).text
    story = Outlet.objects.filter(articles__story=claim.story_id).values_list("name", flat=True)
    found = matching.attributions(
        text[claim.start : claim.end],
        before=text[max(0, claim.start - BEFORE) : claim.start],
        after=text[claim.end : claim.end + AFTER],
        outlets=set(story),
    )
    return found[0] if found else None


@transaction.atomic
def confirm(claim: Claim, *, seen: str, by: User) -> str:
    """Take the proposal; gives the token that undoes it, empty when it is confirmed already.

    `seen`: the proposal as the person saw it, as `str` gives it. Raises StaleClaim when it is
    another by now, and NotAllowed.
    """
    clusters.lock({claim.story_id})
    held = changeable(claim, by=by)
    row = Attribution.objects.filter(claim=held).first()
    if row is None or str(row) != seen:
        raise StaleClaim("Another is proposed by now. Look at it, then confirm.")
    if row.is_confirmed:
        return ""
    saying = Saying(chain=tuple(row.chain), strength=Strength(row.strength))
    return _write(held, row, saying, EventKind.ATTRIBUTED, by=by)


@transaction.atomic
def say(claim: Claim, *, words: str, by: User, strength: Strength | None = None) -> str:
    """Put down who says so: “Kim, via TASS”, or nothing for the outlet's own voice.

    Without a strength it stays what it is. Gives the token that undoes it, empty when nothing
    changed. Raises NotAllowed.
    """
    clusters.lock({claim.story_id})
    held = changeable(claim, by=by)
    row = Attribution.objects.filter(claim=held).first() or Attribution(claim=held)
    chain = matching.read_chain(words)
    given = strength or Strength(row.strength or Strength.STATED)
    saying = Saying(chain=chain, strength=given)
    is_same = (tuple(row.chain), row.strength) == (chain, given)
    if is_same and row.is_confirmed:
        return ""
    kind = EventKind.ATTRIBUTED if is_same else EventKind.EDITED
    return _write(held, row, saying, kind, by=by)


@transaction.atomic
def undo(token: str, *, by: User) -> Claim:
    """Take back what gave the token: who says so is again what it was before.

    Raises StaleClaim when the token is broken or somebody changed it since, and NotAllowed.
    """
    try:
        act = signing.loads(token, salt=SALT)
    except signing.BadSignature as error:
        raise StaleClaim("This can no longer be undone. Open the claim to change it.") from error
    claim = Claim.objects.get(pk=act["claim"])
    clusters.lock({claim.story_id})
    held = changeable(claim, by=by)
    row = Attribution.objects.filter(claim=held).first()
    if row is None or _stamp(row) != act["decided"]:
        raise StaleClaim("Who says so was changed since. Open the claim to see what it is now.")
    before = _told(row)
    _put(held, act["words"])
    if act["row"] is None:
        row.delete()
    else:
        Attribution.objects.filter(pk=row.pk).update(**act["row"])
    after = act["words"]
    history.record(held, EventKind.EDITED, by=by, field=FIELD, before=before, after=after)
    comparisons.follow_claim(held)
    return held


def as_asked(claim: Claim) -> dict[str, str]:
    """What a form starts from: what was said, else what is proposed."""
    said = claim.who_says
    words = said.words if said else claim.attribution
    return {"words": words, "strength": said.strength if said else Strength.STATED}


def told(claim: Claim) -> str:
    """Who says so, for a message: “Kim, via TASS, quoted”."""
    return _told(claim.who_says) if claim.who_says else claim.attribution or NOBODY


def _write(claim: Claim, row: Attribution, saying: Saying, kind: EventKind, *, by: User) -> str:
    """Make it so by a person's word, with the event; gives the token of the way back."""
    was = {"claim": claim.pk, "words": claim.attribution, "row": _columns(row) if row.pk else None}
    before = _told(row) if row.pk and row.is_confirmed else claim.attribution
    _confirm(row, saying, by=by)
    _put(claim, saying.words)
    history.record(claim, kind, by=by, field=FIELD, before=before, after=_told(row))
    comparisons.follow_claim(claim)
    return signing.dumps(was | {"decided": _stamp(row)}, salt=SALT)


def _confirm(row: Attribution, saying: Saying, *, by: User) -> None:
    row.state, row.decided_by, row.decided_at = AttributionState.CONFIRMED, by, timezone.now()
    row.chain, row.strength = list(saying.chain), saying.strength
    row.is_named = bool(saying.chain) and matching.is_named(saying.chain[0])
    row.save()


def _put(claim: Claim, words: str) -> None:
    claim.attribution = words
    claim.save(update_fields=["attribution"])


def _told(row: Attribution) -> str:
    """Who says so, as the history tells it; the strength where it is not plainly “stated”."""
    if row.is_own_voice:
        return OWN_VOICE
    words = row.words or NOBODY
    return words if row.strength == Strength.STATED else f"{words}, {row.strength}"


def _columns(row: Attribution) -> dict[str, object]:
    """What Undo puts back, as a token can hold it."""
    return {
        "state": row.state,
        "chain": row.chain,
        "strength": row.strength,
        "is_named": row.is_named,
        "decided_at": row.decided_at.isoformat() if row.decided_at else None,
        "decided_by_id": row.decided_by_id,
    }


def _stamp(row: Attribution) -> str:
    return row.decided_at.isoformat() if row.decided_at else ""

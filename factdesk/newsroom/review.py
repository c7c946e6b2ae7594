"""Claims, links, verdicts and history of the demo newsroom."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import Any

import matching
from claims import attributions, clusters
from claims.history import is_moving
from claims.models import (
    Attribution,
    Claim,
    Event,
    Evidence,
    Link,
    SubReason,
    Verdict,
    VerdictEvidence,
)
from claims.states import AttributionState, EventKind, EvidenceKind, LinkKind, LinkState
from factdesk.newsroom.sources import Newsroom
from matching import Strength

KINDS = {
    "document": EvidenceKind.PRIMARY,
    "log": EvidenceKind.PRIMARY,
    "image": EvidenceKind.PRIMARY,
    "statement": EvidenceKind.OFFICIAL,
}


def mark(newsroom: Newsroom) -> None:
    for row in newsroom.rows("claims", "claim"):
        article = newsroom.articles[row["article"]]
        revision = article.revisions.get()
        start = revision.text.index(row["quote"])
        selector = matching.describe(revision.text, start, start + len(row["quote"]))
        by = newsroom.people[row["marked_by"]]
        remover = newsroom.people[row["removed_by"]] if "removed_by" in row else None
        claim = newsroom.claims[row["key"]] = Claim.objects.create(
            revision=revision,
            article=article,
            story=article.story,
            outlet=article.outlet,
            start=start,
            end=start + len(row["quote"]),
            quote=selector.exact,
            prefix=selector.prefix,
            suffix=selector.suffix,
            statement=row.get("statement", ""),
            attribution=matching.chain_words(matching.read_chain(row.get("attribution", ""))),
            marked_at=row["marked_at"],
            marked_by=by,
            waiting_since=row["marked_at"],
            removed_at=row.get("removed_at"),
            removed_by=remover,
        )
        _attribute(claim)
        _remember(newsroom, claim, EventKind.MARKED, row["marked_at"], row["marked_by"])
        if remover:
            _remember(newsroom, claim, EventKind.REMOVED, row["removed_at"], row["removed_by"])


def _attribute(claim: Claim) -> None:
    """What its marker wrote is confirmed; else Fact Desk proposes who says so."""
    read, chain = attributions.read(claim), matching.read_chain(claim.attribution)
    if not chain and read is None:
        return
    is_same = read is not None and matching.shared_root([read.chain, chain or read.chain]) != ""
    root = chain or (read.chain if read else ())
    Attribution.objects.create(
        claim=claim,
        state=AttributionState.CONFIRMED if chain else AttributionState.PROPOSED,
        chain=root,
        strength=read.strength if read and is_same else Strength.STATED,
        is_named=bool(root) and matching.is_named(root[0]),
        proposed_at=claim.marked_at if read else None,
        decided_at=claim.marked_at if chain else None,
        decided_by=claim.marked_by if chain else None,
    )


def link(newsroom: Newsroom) -> None:
    touched = defaultdict(set)
    rows = newsroom.rows("links", "link")
    pairs = [_in_order(newsroom.claims[row["a"]], newsroom.claims[row["b"]]) for row in rows]
    scores = matching.score_pairs([(a.quote, b.quote) for a, b in pairs])
    for row, (a, b), score in zip(rows, pairs, scores, strict=True):
        state, kind = LinkState(row["state"]), LinkKind(row["kind"])
        decided = state != LinkState.SUGGESTED
        Link.objects.create(
            a=a,
            b=b,
            kind=kind,
            state=state,
            score=score,
            shared=matching.shared_words(a.quote, b.quote),
            suggested_at=max(a.marked_at, b.marked_at),
            decided_at=row["at"] if decided else None,
            decided_by=newsroom.people[row["by"]] if decided else None,
        )
        event = {
            LinkState.SUGGESTED: EventKind.SUGGESTED,
            LinkState.CONFIRMED: EventKind.LINKED,
            LinkState.REJECTED: EventKind.REJECTED,
        }[state]
        at = row["at"] if decided else max(a.marked_at, b.marked_at)
        for claim, other in ((a, b), (b, a)):
            about = {"other": other, "link_kind": kind, "reason": row.get("reason", "")}
            _remember(newsroom, claim, event, at, row.get("by"), **about)
            touched[claim.story].add(claim.pk)
    for story, claims in touched.items():
        clusters.regroup(story, claims)
    for claim in newsroom.claims.values():
        claim.refresh_from_db(fields=["cluster", "priority"])


def _in_order(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    return (one, other) if one.pk < other.pk else (other, one)


def give_reasons(newsroom: Newsroom) -> dict[tuple[str, str], SubReason]:
    """The reasons that the desk chooses from, by status and words; there before any verdict."""
    rows = newsroom.rows("verdicts", "verdict")
    about = {
        "added_at": min(row["decided_at"] for row in rows) - timedelta(days=1),
        "added_by": newsroom.people["admin"],
    }
    return {
        (row["status"], row["words"]): SubReason.objects.create(**row, **about)
        for row in newsroom.rows("verdicts", "sub_reason")
    }


def decide(newsroom: Newsroom) -> None:
    reasons = give_reasons(newsroom)
    rows = sorted(newsroom.rows("verdicts", "verdict"), key=lambda row: row["decided_at"])
    for row in rows:
        claim = newsroom.claims[row["claim"]]
        verdict = Verdict.objects.create(
            claim=claim,
            status=row["status"],
            rationale=row["rationale"].strip(),
            sub_reason=reasons[row["status"], row["because"]] if "because" in row else None,
            revision=claim.revision,
            quote=claim.quote,
            replaces=claim.current_verdict,
            decided_at=row["decided_at"],
            decided_by=newsroom.people[row["decided_by"]],
        )
        _remember(
            newsroom,
            claim,
            EventKind.DECIDED,
            row["decided_at"],
            row["decided_by"],
            verdict=verdict,
        )
        for piece in row.get("evidence", []):
            _rest(newsroom, verdict, piece)
        if "undone_at" in row:
            _remember(
                newsroom,
                claim,
                EventKind.UNDONE,
                row["undone_at"],
                row["undone_by"],
                verdict=verdict,
                reason=row.get("reason", ""),
            )
        else:
            claim.status, claim.current_verdict, claim.waiting_since = row["status"], verdict, None
            claim.save(update_fields=["status", "current_verdict", "waiting_since"])


def _rest(newsroom: Newsroom, verdict: Verdict, piece: dict[str, Any]) -> None:
    """Evidence is added shortly before the verdict that rests on it, piece by piece."""
    place = verdict.rests_on.count()
    at = verdict.decided_at - timedelta(minutes=2 + place)
    linked = newsroom.claims[piece["linked_claim"]] if "linked_claim" in piece else None
    evidence = Evidence.objects.create(
        claim=verdict.claim,
        title=piece["title"],
        url=piece.get("url", ""),
        citation=piece.get("citation", ""),
        note=piece.get("note", ""),
        kind=KINDS.get(piece["kind"], ""),
        linked_claim=linked,
        added_at=at,
        added_by=verdict.decided_by,
    )
    VerdictEvidence.objects.create(verdict=verdict, evidence=evidence)
    _remember(
        newsroom,
        verdict.claim,
        EventKind.EVIDENCE_ADDED,
        at,
        verdict.decided_by.username,
        evidence=evidence,
    )


def write_history(newsroom: Newsroom) -> None:
    """Number the events of each claim in the order of time and store them."""
    versions: dict[int, int] = defaultdict(lambda: 1)
    for event in sorted(newsroom.events, key=lambda event: event.at):
        if is_moving(event):
            versions[event.claim_id] += 1
        event.version = versions[event.claim_id]
        event.save()
    for claim in newsroom.claims.values():
        Claim.objects.filter(pk=claim.pk).update(version=versions[claim.pk])


def _remember(
    newsroom: Newsroom, claim: Claim, kind: EventKind, at: Any, by: str | None, **about: Any
) -> None:
    person = newsroom.people[by] if by else None
    newsroom.events.append(Event(claim=claim, kind=kind, at=at, by=person, **about))

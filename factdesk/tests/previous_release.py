"""A desk as the previous release kept it: its schema, and rows in it that its own models write."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

# The last migrations of that release; other apps have gone on without the desk.
RELEASE = {"accounts": "0002_groups", "articles": "0024_word_pairs", "claims": "0024_word_pairs"}
BEGAN = datetime(2026, 10, 6, 9, 0, tzinfo=UTC)
CONTEXT = 32  # code points of prefix and suffix

GAZETTE = (
    "A barge struck the north lock of Fennmoor on Tuesday. Its crew of six was unhurt."
    " The lock will be shut for nine days."
)
RADIO = (
    "The crew of eight was unhurt, the lock keeper said. The lock stays shut for nine days."
    " No other ship was near."
)
POST = "The barge carried gravel to the mill. A second barge waited below the lock."
POST_LATER = "The barge was empty, its owner says. A second barge waited below the lock."


CLAIMS = {
    *("Attribution", "Claim", "Cluster", "Discrepancy", "Dismissal", "Event", "Evidence", "Link"),
    *("Mention", "RationaleDraft", "Relocation", "Silence", "Skip", "Verdict", "VerdictEvidence"),
}


class Desk:
    """Writes rows with the models of that release, each a minute after the one before."""

    def __init__(self, apps: Any) -> None:
        self.apps = apps
        self.minutes = 0
        self.versions: dict[int, int] = {}

    def __getattr__(self, name: str) -> Any:
        """A model by its name, wherever it is."""
        app = {"User": "accounts"}.get(name) or ("claims" if name in CLAIMS else "articles")
        return self.apps.get_model(app, name).objects

    @property
    def now(self) -> datetime:
        self.minutes += 1
        return BEGAN + timedelta(minutes=self.minutes)

    def tell(self, claim: Any, kind: str, **about: Any) -> None:
        """An event, and the version of the claim that it makes."""
        claim.version = self.versions[claim.pk] = self.versions.get(claim.pk, 0) + 1
        claim.save(update_fields=["version"])
        about = {"at": self.now, "version": claim.version, **about}
        self.Event.create(claim=claim, kind=kind, **about)


def build() -> None:
    """Bring an empty database to that release and write a row of every kind."""
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    state = executor.migrate([(app, RELEASE.get(app, name)) for app, name in leaves])
    with transaction.atomic():
        write(Desk(state.apps))


def write(desk: Desk) -> None:
    people = {name: desk.User.create(username=name) for name in ("ada", "ben", "eve")}
    for person, role in zip(people.values(), ("reviewer", "reviewer", "desk admin"), strict=True):
        person.groups.add(Group.objects.get(name=role).pk)
    texts = write_texts(desk, people["ada"])
    claims = mark_all(desk, texts, people["ada"])
    link_all(desk, claims, people["ada"])
    decide_all(desk, claims, people)
    hold_all(desk, claims, people)
    change_source(desk, claims, texts["post"], people["ada"])
    note_rest(desk, claims, texts, people["ben"])


def write_texts(desk: Desk, by: Any) -> dict[str, Any]:
    story = desk.Story.create(
        title="Barge at the lock", slug="barge", created_at=BEGAN, created_by=by
    )
    texts = {"gazette": GAZETTE, "radio": RADIO, "post": POST}
    return {name: import_text(desk, story, name, text, by) for name, text in texts.items()}


def import_text(desk: Desk, story: Any, name: str, text: str, by: Any) -> Any:
    """The first revision of an article of that outlet."""
    outlet = desk.Outlet.create(name=f"The {name}", slug=name)
    desk.OutletDomain.create(outlet=outlet, domain=f"{name}.example")
    article = desk.Article.create(
        story=story,
        outlet=outlet,
        headline=f"Barge hits lock, says the {name}",
        url=f"https://{name}.example/barge",
        sha256=sha256(text.encode()).hexdigest(),
        imported_at=desk.now,
        imported_by=by,
    )
    return revise(desk, article, text, by)


def revise(desk: Desk, article: Any, text: str, by: Any) -> Any:
    revision = desk.Revision.create(
        article=article,
        number=desk.Revision.filter(article=article).count() + 1,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        source=text.encode(),
        media_type="text/plain",
        imported_at=desk.now,
        imported_by=by,
    )
    for position, found in enumerate(re.finditer(r"[A-Z][^.]+\.", text)):
        places = {"start": found.start(), "end": found.end()}
        desk.Sentence.create(revision=revision, position=position, **places)
    return revision


def mark_all(desk: Desk, texts: dict[str, Any], by: Any) -> dict[str, Any]:
    """Claims by what they are of, marked in this order."""
    places = {
        "struck": ("gazette", "struck the north lock"),
        "six": ("gazette", "crew of six"),
        "nine": ("gazette", "shut for nine days"),
        "eight": ("radio", "crew of eight"),
        "nine too": ("radio", "shut for nine days"),
        "no other": ("radio", "No other ship"),
        "gravel": ("post", "carried gravel"),
        "second": ("post", "second barge waited"),
    }
    return {what: mark(desk, texts[where], quote, by) for what, (where, quote) in places.items()}


def mark(desk: Desk, revision: Any, quote: str, by: Any) -> Any:
    start, at = revision.text.index(quote), desk.now
    end = start + len(quote)
    claim = desk.Claim.create(
        revision=revision,
        article_id=revision.article_id,
        story_id=revision.article.story_id,
        outlet_id=revision.article.outlet_id,
        start=start,
        end=end,
        quote=quote,
        prefix=revision.text[max(start - CONTEXT, 0) : start],
        suffix=revision.text[end : end + CONTEXT],
        waiting_since=at,
        marked_at=at,
        marked_by=by,
    )
    desk.tell(claim, "marked", by=by)
    return claim


def link_all(desk: Desk, claims: dict[str, Any], by: Any) -> None:
    """A contradiction with a figure that is open, a same, a suggestion, one that is no match."""
    contradiction = join(desk, claims["six"], claims["eight"], "contradicts", by)
    figure = {"kind": "count", "grade": "conflict", "subject": "crew", "found_at": desk.now}
    figure |= {"value_a": "six", "value_b": "eight", "start_a": 8, "end_a": 11}
    desk.Discrepancy.create(link=contradiction, **figure, start_b=8, end_b=13)
    same = join(desk, claims["nine"], claims["nine too"], "same", by)
    settled = {"resolution": "compatible", "reason": "Both count the day of the accident."}
    settled |= {"resolved_at": desk.now, "resolved_by": by, "start_b": 9, "end_b": 18}
    figure |= {"kind": "duration", "subject": "", "value_a": "nine days", "value_b": "nine days"}
    desk.Discrepancy.create(link=same, **figure, **settled)
    suggested = {"kind": "same", "state": "suggested", "score": 0.8, "suggested_at": desk.now}
    desk.Link.create(a=claims["struck"], b=claims["second"], **suggested)
    refused = {"kind": "same", "state": "rejected", "mismatch": "topic", "decided_at": desk.now}
    desk.Link.create(a=claims["six"], b=claims["no other"], decided_by=by, **refused)


def join(desk: Desk, one: Any, other: Any, kind: str, by: Any) -> Any:
    """A confirmed link, and the point that it makes."""
    number = desk.Cluster.count() + 1
    cluster = desk.Cluster.create(story_id=one.story_id, number=number)
    link = {"kind": kind, "state": "confirmed", "decided_by": by, "decided_at": desk.now}
    made = desk.Link.create(a=one, b=other, **link)
    for claim, partner in ((one, other), (other, one)):
        claim.cluster, claim.priority = cluster, 1 if kind == "contradicts" else 2
        claim.save(update_fields=["cluster", "priority"])
        desk.tell(claim, "linked", by=by, other=partner, link_kind=kind)
    return made


def decide_all(desk: Desk, claims: dict[str, Any], people: dict[str, Any]) -> None:
    """One verdict of each kind, one of them in the place of another; one claim waits again."""
    ada, ben = people["ada"], people["ben"]
    paper = {"title": "Notice of the port", "url": "https://port.example/notice"}
    notice = desk.Evidence.create(claim=claims["nine"], **paper, added_at=desk.now, added_by=ada)
    desk.tell(claims["nine"], "evidence added", by=ada, evidence=notice)
    gone = {"removed_at": desk.now, "removed_by": ben, "citation": "A call", "title": "A call"}
    desk.Evidence.create(claim=claims["nine too"], added_at=desk.now, added_by=ada, **gone)
    decide(desk, claims["nine"], "verified", ada, rests_on=notice)
    decide(desk, claims["nine too"], "unresolved", ada)
    decide(desk, claims["nine too"], "disputed", ben)
    decide(desk, claims["struck"], "unresolved", ben)
    struck = claims["struck"]
    struck.waiting_since = desk.now
    struck.save(update_fields=["waiting_since"])
    desk.tell(struck, "reopened", reason="its links changed")


def decide(desk: Desk, claim: Any, status: str, by: Any, *, rests_on: Any = None) -> None:
    at = desk.now
    verdict = desk.Verdict.create(
        claim=claim,
        status=status,
        rationale=f"The port's notice makes it {status}.",
        revision=claim.revision,
        quote=claim.quote,
        replaces=claim.current_verdict,
        waited_since=claim.waiting_since,
        decided_at=at,
        decided_by=by,
    )
    if rests_on:
        desk.VerdictEvidence.create(verdict=verdict, evidence=rests_on)
    claim.status, claim.current_verdict, claim.waiting_since = status, verdict, None
    claim.save(update_fields=["status", "current_verdict", "waiting_since"])
    desk.tell(claim, "decided", by=by, verdict=verdict, at=at)


def hold_all(desk: Desk, claims: dict[str, Any], people: dict[str, Any]) -> None:
    """One claim is held, with words begun; one was skipped; one removed."""
    six, later = claims["six"], desk.now + timedelta(days=36_500)
    six.reviewer, six.leased_until = people["ada"], later
    six.save(update_fields=["reviewer", "leased_until"])
    desk.tell(six, "taken", by=people["ada"])
    draft = {"rationale": "Ask the keeper.", "saved_at": desk.now}
    desk.RationaleDraft.create(claim=six, reviewer=people["ada"], **draft)
    desk.Skip.create(claim=claims["eight"], reviewer=people["ben"], until=later)
    desk.tell(claims["eight"], "skipped", by=people["ben"])
    other = claims["no other"]
    other.removed_at, other.removed_by = desk.now, people["ben"]
    other.save(update_fields=["removed_at", "removed_by"])
    desk.tell(other, "removed", by=people["ben"])


def change_source(desk: Desk, claims: dict[str, Any], first: Any, by: Any) -> None:
    """The post has other words: one claim went along, one waits for a person."""
    second, gravel = claims["second"], claims["gravel"]
    newer = revise(desk, first.article, POST_LATER, by)
    place = {"start": POST_LATER.index(second.quote)}
    place["end"] = place["start"] + len(second.quote)
    found = {f"new_{name}": at for name, at in place.items()} | {"new_quote": second.quote}
    ended = {f"settled_{name}": at for name, at in place.items()} | {"state": "followed"}
    relocate(desk, second, newer, outcome="moved", **found, **ended, decided_at=desk.now)
    second.revision, second.start, second.end = newer, place["start"], place["end"]
    second.prefix = POST_LATER[place["start"] - CONTEXT : place["start"]]
    second.save(update_fields=["revision", "start", "end", "prefix"])
    desk.tell(second, "followed")
    relocate(desk, gravel, newer, outcome="lost", state="open")
    desk.tell(gravel, "source changed", reason="its words are gone")


def relocate(desk: Desk, claim: Any, newer: Any, **how: Any) -> None:
    desk.Relocation.create(
        claim=claim,
        from_revision=claim.revision,
        to_revision=newer,
        score=1.0 if how["outcome"] == "moved" else 0.0,
        old_start=claim.start,
        old_end=claim.end,
        old_quote=claim.quote,
        waited_since=claim.waiting_since,
        found_at=desk.now,
        **how,
    )


def note_rest(desk: Desk, claims: dict[str, Any], texts: dict[str, Any], by: Any) -> None:
    """What is said of claims besides: who says so, who says nothing, what is no match."""
    said = {"state": "confirmed", "chain": ["the lock keeper"], "strength": "stated"}
    desk.Attribution.create(
        claim=claims["eight"], **said, is_named=True, decided_at=desk.now, decided_by=by
    )
    sentence = desk.Sentence.filter(revision=texts["radio"]).order_by("position")[2]
    desk.Dismissal.create(claim=claims["struck"], sentence=sentence, at=desk.now, by=by)
    silent = texts["post"].article.outlet
    desk.Silence.create(claim=claims["nine"], outlet=silent, at=desk.now, by=by)
    desk.tell(claims["nine"], "not mentioned", by=by, reason=silent.name)
    shared = {"outlet": texts["radio"].article.outlet, "sentence": sentence, "score": 0.7}
    desk.Mention.create(claim=claims["struck"], **shared)
    desk.ReadMark.create(reader=by, article=texts["gazette"].article, number=1, at=desk.now)

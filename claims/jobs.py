"""What the worker does for claims: making vectors, and comparing a story with its claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import AlreadyEnqueued

from claims import (
    digests,
    encoding,
    mentions,
    notifications,
    story_texts,
    suggestions,
    vectors,
)
from claims.models import Claim

if TYPE_CHECKING:
    from procrastinate.types import JSONDict

    from articles.models import Revision

COMPARE = "compare_story"
BULK_ACT, BULK_UNDO = "do_bulk_act", "undo_bulk_act"
AGAIN = RetryStrategy(max_attempts=3, wait=10)  # seconds; a database that restarts is back by then
# Somebody looks at a claim just marked, so it comes first. A story is compared when the texts that
# came in together have their vectors, so that is last.
SOON, LAST = 10, -10


@app.task(name="vectors_of_text", retry=AGAIN)
def vectors_of_text(revision_id: int, story_id: int) -> None:
    """Make a text's vectors, then have its story compared. A long text takes several jobs."""
    if not encoding.absence() and vectors.make_for_text(revision_id):
        vectors_of_text.defer(revision_id=revision_id, story_id=story_id)
        return
    if Claim.objects.filter(story=story_id).exists():
        only_once = f"{COMPARE} {story_id}"
        comparison = compare_story.configure(lock=only_once, queueing_lock=only_once, priority=LAST)
        with suppress(AlreadyEnqueued):  # the job that waits will see this text too
            comparison.defer(story_id=story_id)


@app.task(name="vector_of_claim", retry=AGAIN)
def vector_of_claim(claim_id: int) -> None:
    """Make the vector of a claim's words, and compare them by it."""
    claim = Claim.objects.get(pk=claim_id)
    if encoding.absence() or claim.is_removed:
        return
    vectors.make_for_claims(Claim.objects.without_vector().filter(pk=claim_id))
    texts = story_texts.read(claim.story_id)
    suggestions.refresh(claim, texts=texts)
    mentions.refresh(claim, texts=texts)


@app.task(name=COMPARE, retry=AGAIN)
def compare_story(story_id: int) -> None:
    """Bring suggestions and mentions of the story up to date, unless a later such job will.

    Many articles of one story come in together: the last of their jobs sees all of them.
    """
    later = ProcrastinateJob.objects.filter(task_name=COMPARE, status="todo")
    if not later.filter(args__story_id=story_id).exists():
        texts = story_texts.read(story_id)
        suggestions.refresh_story(story_id, texts=texts)
        mentions.refresh_story(story_id, texts=texts)


@app.task(name=BULK_ACT, retry=AGAIN)
def do_bulk_act(act_id: int) -> None:
    """Do an act on many claims, unless that was done."""
    from claims import bulk

    bulk.run(act_id)


def do_bulk_act_later(act_id: int) -> None:
    """Have the worker do the act, once what the caller writes is committed. Somebody waits."""
    do_bulk_act.configure(lock=f"{BULK_ACT} {act_id}", priority=SOON).defer(act_id=act_id)


def does_bulk_act(act_id: int) -> bool:
    """A job will do the act or is doing it."""
    return _is_queued(BULK_ACT, act_id)


@app.task(name=BULK_UNDO, retry=AGAIN)
def undo_bulk_act(act_id: int, by_id: int, reason: str) -> None:
    """Take an act on many claims back, unless that was done."""
    from claims import bulk_undo

    bulk_undo.run(act_id, by_id=by_id, reason=reason)


def undo_bulk_act_later(act_id: int, *, by_id: int, reason: str) -> None:
    """As `do_bulk_act_later`."""
    undoing = undo_bulk_act.configure(lock=f"{BULK_ACT} {act_id}", priority=SOON)
    undoing.defer(act_id=act_id, by_id=by_id, reason=reason)


def undoes_bulk_act(act_id: int) -> bool:
    return _is_queued(BULK_UNDO, act_id)


def _is_queued(task: str, act_id: int) -> bool:
    jobs = ProcrastinateJob.objects.filter(task_name=task, status__in=["todo", "doing"])
    return jobs.filter(args__act_id=act_id).exists()


def compare_later(story_id: int) -> None:
    """Have the worker compare the story, once what the caller writes is committed."""
    if Claim.objects.filter(story=story_id).exists():
        compare_story.configure(lock=f"{COMPARE} {story_id}").defer(story_id=story_id)


def compare_all_later(story_ids: Iterable[int]) -> None:
    """As `compare_later` for each story."""
    with_claims = Claim.objects.filter(story__in=set(story_ids)).order_by("story")
    for story_id in with_claims.values_list("story", flat=True).distinct():
        compare_story.configure(lock=f"{COMPARE} {story_id}").defer(story_id=story_id)


@app.periodic(cron="*/5 * * * *")
@app.task(name="send_digests", queueing_lock="send_digests")
def send_digests(timestamp: int) -> None:
    """Mail to people whose hour has come what they have not read."""
    digests.send_due()


@app.periodic(cron="20 3 * * *")
@app.task(name="forget_notifications", queueing_lock="forget_notifications")
def forget_notifications(timestamp: int) -> None:
    """Delete what people have read long ago, in the night."""
    notifications.forget_old()


def follow_texts(revisions: Sequence[Revision]) -> None:
    """New texts have come into their stories: every claim there may find its words in them."""
    asked: list[JSONDict] = [
        {"revision_id": one.pk, "story_id": one.article.story_id} for one in revisions
    ]
    vectors_of_text.batch_defer(*asked)


def follow_words(claim: Claim) -> None:
    """A claim has new words, which need a vector unless they are a sentence that has one."""
    if not vectors.take_from_sentence(claim):
        vector_of_claim.configure(priority=SOON).defer(claim_id=claim.pk)


def make_up_for_missing() -> int:
    """Have the worker make every vector that is missing; how many texts that concerns."""
    stories = vectors.texts_without()
    for revision_id, story_id in stories:
        vectors_of_text.defer(revision_id=revision_id, story_id=story_id)
    return len(stories)

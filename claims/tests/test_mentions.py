"""Mentions: the best unmarked sentence of every other outlet, kept up to date."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.tests.factories import create_reporter
from articles.models import Article, Outlet, Revision, Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import highlights, jobs, matches, mentions
from claims.models import Claim, Mention
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
with_worker = pytest.mark.django_db(transaction=True)
LIFEBOAT = "The Selwick lifeboat was launched at 19:08 on Wednesday"
NEAR = "The lifeboat was launched from Selwick at 19:08"
NEARER = "The Selwick lifeboat was launched at 19:08 that Wednesday"
FAR = "Tickets for the spring concert in the town hall are sold out"


@pytest.fixture
def story() -> Story:
    return create_story()


def write(story: Story, *sentences: str, outlet: Outlet | None = None) -> Article:
    return create_article(story=story, outlet=outlet, text=". ".join(sentences) + ".")


def mark(article: Article, words: str = LIFEBOAT) -> Claim:
    return create_claim(quote=words, article=article)


def told(claim: Claim) -> dict[Outlet, str]:
    """What the claim's mentions say, outlet by outlet."""
    rows = Mention.objects.standing().filter(claim=claim).select_related("outlet")
    return {row.outlet: row.sentence.words.rstrip(".") for row in rows}


def test_marking_finds_the_best_unmarked_sentence_of_each_other_outlet(story):
    article, other = write(story, LIFEBOAT, FAR), write(story, FAR, NEAR, NEARER)
    write(story, "Rain is expected over the weekend in the hills")
    claim = mark(article)
    assert told(claim) == {other.outlet: NEARER}
    assert 0.15 <= claim.mentions.get().score <= 1


def test_an_outlets_own_other_article_is_no_mention(story):
    article = write(story, LIFEBOAT, FAR)
    write(story, NEAR, outlet=article.outlet)
    assert told(mark(article)) == {}


@with_worker
def test_a_new_article_is_compared_with_the_claims_that_are_there(story, do_jobs):
    claim = mark(write(story, LIFEBOAT, FAR))
    one, other = (write(story, NEAR, FAR) for _ in range(2))
    assert told(claim) == {}
    do_jobs()
    assert told(claim) == {one.outlet: NEAR, other.outlet: NEAR}


@with_worker
def test_a_sentence_that_is_marked_gives_way_to_the_next_best(story, do_jobs):
    article, other = write(story, LIFEBOAT, FAR), write(story, NEARER, NEAR, FAR)
    claim, marked = mark(article), mark(other, NEARER)
    assert told(claim) == {other.outlet: NEAR}
    highlights.remove(marked, by=marked.marked_by)
    do_jobs()
    assert told(claim) == {other.outlet: NEARER}
    highlights.restore(marked, by=marked.marked_by)
    assert told(claim) == {other.outlet: NEAR}


def test_a_sentence_that_a_claim_covers_in_part_stays_while_its_rest_may_say_it(story):
    article, both = write(story, LIFEBOAT, FAR), f"{NEAR} while {FAR.lower()}"
    other = write(story, both, "Rain follows")
    claim = mark(article)
    mark(other, FAR.lower())
    assert told(claim) == {other.outlet: both}
    assert claim.mentions.get().is_beside_claim
    mark(other, NEAR)
    assert told(claim) == {}


def test_a_moved_claim_is_compared_anew(story):
    article, other = write(story, LIFEBOAT, FAR), write(story, NEAR, FAR)
    claim = mark(article)
    start = article.revisions.get().text.index(FAR)
    highlights.move(claim, start=start, end=start + len(FAR), by=claim.marked_by)
    assert told(claim) == {other.outlet: FAR}


def test_what_is_not_a_match_is_passed_over_until_that_is_undone(story):
    article, other = write(story, LIFEBOAT, FAR), write(story, NEARER, NEAR, FAR)
    claim = mark(article)
    sentence, alice = claim.mentions.get().sentence, create_reporter()
    matches.dismiss(claim, sentence, by=alice)
    assert told(claim) == {other.outlet: NEAR}
    matches.undo_dismissal(claim, sentence, by=alice)
    assert told(claim) == {other.outlet: NEARER}


@with_worker
def test_a_removed_claim_has_no_mentions(story, do_jobs):
    article = write(story, LIFEBOAT, FAR)
    write(story, NEAR)
    claim = mark(article)
    highlights.remove(claim, by=claim.marked_by)
    do_jobs()
    assert not claim.mentions.exists()


def test_an_article_that_changed_its_outlet_or_story_is_no_mention_there(story):
    article, other = write(story, LIFEBOAT, FAR), write(story, NEAR)
    claim = mark(article)
    Article.objects.filter(pk=other.pk).update(outlet=create_outlet())
    assert told(claim) == {}
    Article.objects.filter(pk=other.pk).update(outlet=claim.mentions.get().outlet)
    Article.objects.filter(pk=other.pk).update(story=create_story(), origin=None)
    assert told(claim) == {}


def test_nothing_is_written_when_nothing_changed(story):
    article = write(story, LIFEBOAT, FAR)
    write(story, NEAR)
    mark(article)
    before = list(Mention.objects.values_list("pk", "sentence", "score"))
    mentions.refresh_story(story)
    assert list(Mention.objects.values_list("pk", "sentence", "score")) == before


def test_a_story_is_refreshed_in_as_many_queries_whatever_its_size(story):
    def queries() -> int:
        Mention.objects.all().delete()
        with CaptureQueriesContext(connection) as seen:
            mentions.refresh_story(story)
        return len(seen)

    for _ in range(2):
        mark(write(story, LIFEBOAT, NEAR, FAR))
    few = queries()
    for _ in range(3):
        mark(write(story, LIFEBOAT, NEAR, FAR))
    assert queries() == few


def test_a_text_in_a_story_without_claims_is_compared_with_nothing(story):
    write(story, LIFEBOAT)
    jobs.vectors_of_text(Revision.objects.get().pk, story.pk)
    assert not ProcrastinateJob.objects.filter(task_name="compare_story").exists()


def test_of_several_jobs_for_one_story_the_last_does_the_work(story):
    article = write(story, LIFEBOAT, FAR)
    claim = mark(article)
    write(story, NEAR)
    jobs.compare_later(story.pk)
    jobs.compare_story(story.pk)
    assert told(claim) == {}
    ProcrastinateJob.objects.all().delete()
    jobs.compare_story(story.pk)
    assert len(told(claim)) == 1


def test_an_outlet_has_one_mention_of_a_claim_and_its_score_is_a_share(story):
    article = write(story, LIFEBOAT, FAR)
    write(story, NEAR)
    claim = mark(article)
    one = claim.mentions.get()
    twice = Mention(claim=claim, outlet=one.outlet, sentence=one.sentence, score=0.5)
    with pytest.raises(IntegrityError, match="mention_one_an_outlet"), transaction.atomic():
        twice.save()
    one.score = 1.2
    with pytest.raises(IntegrityError, match="mention_score_is_a_share"), transaction.atomic():
        one.save()


def test_a_command_compares_stories_anew(story):
    claim, other = mark(write(story, LIFEBOAT, FAR)), write(story, NEAR)
    Mention.objects.all().delete()
    call_command("compare_stories", story.slug, verbosity=0)
    assert told(claim) == {other.outlet: NEAR}
    with pytest.raises(CommandError, match="There is no story nowhere"):
        call_command("compare_stories", "nowhere")

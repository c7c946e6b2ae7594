"""What is suggested for a claim, in which order, and what is left out."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter
from articles.models import Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import candidates, highlights, links, matches, suggestions
from claims.models import Claim, Link
from claims.states import LinkKind
from claims.tests.factories import QUOTE, create_claim
from matching import SUGGEST_FROM

pytestmark = pytest.mark.django_db
OTHER_WORDS = (
    "The coastguard says that 241 people were on board the ferry. The harbour café sold out of tea."
)


@pytest.fixture
def story() -> Story:
    return create_story()


@pytest.fixture
def claim(story) -> Claim:
    return create_claim(article=create_article(story=story))


def quotes(claim: Claim) -> list[str]:
    return [one.quote for one in candidates.for_claim(claim)]


def test_sentences_nobody_marked_are_found_best_first(claim, story):
    create_article(story=story)
    create_article(story=story, text=OTHER_WORDS)
    found = candidates.for_claim(claim)
    assert found[0].quote.startswith("There were 241 people on board, nine")
    assert found[1].quote == "The coastguard says that 241 people were on board the ferry."
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert all(SUGGEST_FROM <= one.score <= 1 for one in found)
    assert "The harbour café sold out of tea." not in quotes(claim)


def test_a_sentence_that_holds_a_claim_gives_way_to_it(claim, story):
    other = create_claim(article=create_article(story=story))
    found = candidates.for_claim(claim)
    assert found[0].claim == other
    assert found[0].quote == QUOTE
    assert not [one for one in found if one.sentence and QUOTE in one.quote]


def test_a_sentence_marked_in_part_is_found_while_its_rest_says_the_same(claim, story):
    text = "The café sold out of tea by nine, and there were 241 people on board. Nobody was hurt."
    create_claim(article=create_article(story=story, text=text), quote="The café sold out of tea")
    (found,) = candidates.for_claim(claim)
    assert found.sentence
    assert "241 people on board" in found.quote
    assert matches.mark_and_link(claim, found.sentence, kind=LinkKind.SAME, by=create_reporter())[
        1
    ].quote.startswith("The café sold out of tea by nine, and")


def test_the_own_outlet_and_other_stories_are_left_out(claim):
    create_article(story=claim.story, outlet=claim.outlet)
    create_article()
    assert quotes(claim) == []


def test_a_removed_claim_is_a_sentence_again(claim, story):
    other = create_claim(article=create_article(story=story))
    highlights.remove(other, by=other.marked_by)
    found = candidates.for_claim(claim)
    assert found[0].claim is None
    assert QUOTE in found[0].quote


@pytest.mark.parametrize("is_linked", [True, False])
def test_what_somebody_decided_is_not_suggested(claim, story, is_linked):
    other = create_claim(article=create_article(story=story))
    if is_linked:
        links.confirm(claim, other, kind=LinkKind.RELATED, by=create_reporter())
    else:
        links.reject(claim, other, by=create_reporter())
    assert other not in [one.claim for one in candidates.for_claim(claim)]


def test_a_dismissed_sentence_is_not_suggested_until_that_is_undone(claim, story):
    create_article(story=story)
    sentence = candidates.for_claim(claim)[0].sentence
    by = create_reporter()
    matches.dismiss(claim, sentence, by=by)
    assert sentence not in [one.sentence for one in candidates.for_claim(claim)]
    matches.undo_dismissal(claim, sentence, by=by)
    assert candidates.for_claim(claim)[0].sentence == sentence


def test_a_pair_scores_the_same_from_either_side_and_as_it_was_stored(claim, story):
    other = create_claim(
        article=create_article(story=story, text=OTHER_WORDS), quote="241 people were on board"
    )
    create_article(story=story, text=OTHER_WORDS + " Nothing moves before the flood.")
    here = next(one.score for one in candidates.for_claim(claim) if one.claim == other)
    there = next(one.score for one in candidates.for_claim(other) if one.claim == claim)
    assert here == pytest.approx(there)
    assert suggestions.refresh(other) == []
    assert Link.objects.of(claim).get().score == pytest.approx(here)


def test_a_candidate_shows_the_words_it_shares(claim, story):
    create_article(story=story, text=OTHER_WORDS)
    (found,) = candidates.for_claim(claim)
    assert "".join(words for words, _ in found.parts) == found.quote
    assert [words for words, is_shared in found.parts if is_shared] == ["241", "people", "board"]
    assert found.reasons == ("same figure 241", "shares people, board")
    assert found.why == "Same figure 241; shares people, board."


def test_claims_with_one_source_say_so(claim, story):
    other = create_claim(article=create_article(story=story), attribution="The coastguard")
    assert "both from" not in candidates.for_claim(claim)[0].why
    highlights.edit(claim, statement="", attribution="the coastguard", by=claim.marked_by)
    found = candidates.for_claim(Claim.objects.get(pk=claim.pk))[0]
    assert found.claim == other
    assert "both from The coastguard" in found.why


def test_a_candidate_leads_to_its_place(claim, story):
    article = create_article(story=story)
    other = create_claim(article=create_article(story=story))
    urls = {one.key: one.url for one in candidates.for_claim(claim)}
    page = other.article.get_absolute_url()
    assert urls[f"claim-{other.pk}"] == f"{page}?claim={other.pk}#claim-{other.pk}"
    sentence = article.revisions.get().sentences.get(position=1)
    paragraph = article.revisions.get().text.index("There were 241")
    assert urls[f"sentence-{sentence.pk}"] == f"{article.get_absolute_url()}#para-{paragraph}"


def test_a_story_of_many_articles_costs_no_more_queries(
    claim, story, django_assert_max_num_queries, django_assert_num_queries
):
    outlet = create_outlet()
    create_article(story=story, outlet=outlet)
    with django_assert_max_num_queries(7) as few:
        candidates.for_claim(claim)
    for _ in range(5):
        create_claim(article=create_article(story=story, outlet=outlet))
    with django_assert_num_queries(len(few)) as many:
        candidates.for_claim(claim)
    assert not any('"source"' in one["sql"] for one in many)  # what was imported, byte by byte


def test_no_more_are_read_than_anybody_looks_through(claim, story, monkeypatch):
    for _ in range(3):
        create_article(story=story)
    best = candidates.for_claim(claim)[:2]
    monkeypatch.setattr(candidates, "MOST", 2)
    assert candidates.for_claim(claim) == best

"""The story board as a page: rows, cells, order, filters, what a cell opens and links."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from articles.models import Outlet, Story
from articles.tests.factories import create_article, create_outlet, create_story
from claims import attributions, highlights, mentions
from claims.models import Claim, Dismissal, Link, Mention
from claims.states import LinkKind, LinkState
from claims.tests.factories import create_claim, create_link, create_verdict
from claims.views import board

pytestmark = pytest.mark.django_db
LIFEBOAT = "The Selwick lifeboat was launched at 19:08 on Wednesday"
LATER = "The Selwick lifeboat was launched at 20:15 on Wednesday"
LIKELY = "The Selwick lifeboat was launched at 19:08 that evening"
CONCERT = "Tickets for the spring concert in the town hall are sold out"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


@pytest.fixture
def story() -> Story:
    return create_story(title="Ferry aground", summary="She ran onto the bank.")


def say(
    story: Story, words: str, *, at: int = 8, outlet: Outlet | None = None, **fields: str
) -> Claim:
    """A claim on the words, published on the hour; the outlet's own unless one is given."""
    article = create_article(
        story=story,
        outlet=outlet,
        text=f"{words}. Nothing else is known.",
        published_at=datetime(2026, 11, 18, at, tzinfo=UTC),
        published_zone="UTC",
    )
    return create_claim(quote=words, article=article, **fields)


def hint(story: Story, claim: Claim, words: str = LIKELY) -> Mention:
    """Another outlet's unmarked sentence that is like the claim."""
    create_article(story=story, text=f"{words}. Rain follows.")
    mentions.refresh_story(story)
    return claim.mentions.get()


def html(response) -> str:
    return " ".join(response.content.decode().split())


def heard(response, key: str) -> str:
    """What a cell says, without its markup."""
    inside = re.search(rf'id="cell-{key}".*?>(.*?)</a>', html(response))
    assert inside, key
    return " ".join(re.sub(r"<[^>]+>", " ", inside[1]).split()).replace(" ,", ",")


def key(claim: Claim, outlet: Outlet | None = None) -> str:
    return f"{claim.pk}-{(outlet or claim.outlet).pk}"


def cell_url(claim: Claim, outlet: Outlet, act: str = "cell") -> str:
    return reverse(f"claims:{act}", args=[claim.pk, outlet.pk])


def rows_of(response) -> list[int]:
    return [int(pk) for pk in re.findall(r'<tr id="row-(\d+)"', html(response))]


def test_a_row_is_a_point_and_a_column_an_outlet_by_first_publication(client, alice, story):
    late = say(story, LIFEBOAT, at=12, outlet=create_outlet(name="Aurora"))
    early = say(story, LIFEBOAT, at=9, outlet=create_outlet(name="Zephyr"))
    lone = say(story, CONCERT, at=10)
    create_link(late, early)
    response = client.get(story.get_absolute_url())
    assert sorted(rows_of(response)) == [late.pk, lone.pk]
    heads = re.findall(r'<th scope="col"><bdi>(.*?)</bdi>', html(response))
    assert heads == ["Zephyr", str(lone.outlet), "Aurora"]
    assert "2 outlets · 1 independent origin, agree" in html(response)


def test_a_cell_says_the_figure_the_voice_and_the_status(client, alice, story):
    first = say(story, LIFEBOAT, at=8)
    other = say(story, LATER, at=9, attribution="the harbour office")
    create_link(first, other, kind=LinkKind.CONTRADICTS)
    create_verdict(other, by=create_reviewer())
    response = client.get(story.get_absolute_url())
    assert heard(response, key(first)) == "19:08 states it, unreviewed"
    told = "20:15 differs, attributes it to the harbour office, disputed"
    assert heard(response, key(first, other.outlet)) == told


def test_a_cell_names_the_chain_of_who_says_so(client, alice, story):
    claim = say(story, f"{LIFEBOAT}, a coastguard spokesman told Northline")
    attributions.say(claim, words="A coastguard, via Northline", by=alice)
    told = heard(client.get(story.get_absolute_url()), key(claim))
    assert "attributes it to a coastguard, via Northline" in told


def test_a_sentence_in_quote_marks_has_those_of_the_cell_alone(client, alice, story):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim, f"“{LIKELY}”")
    told = heard(client.get(story.get_absolute_url()), key(claim, mention.outlet))
    assert told.startswith("“The Selwick lifeboat")


def test_an_opened_quote_has_the_figure_that_differs_circled(client, alice, story):
    first, other = say(story, LIFEBOAT, at=8), say(story, LATER, at=9)
    create_link(first, other, kind=LinkKind.CONTRADICTS)
    opened = [html(client.get(cell_url(first, one.outlet), headers=HTMX)) for one in (first, other)]
    assert f"“{LIFEBOAT}”</blockquote>" in opened[0]
    assert 'launched at <span class="fig">20:15</span> on Wednesday”' in opened[1]


def test_several_claims_of_one_outlet_share_a_cell(client, alice, story):
    first, outlet = say(story, LIFEBOAT), create_outlet()
    mine = [say(story, words, outlet=outlet, at=9) for words in (LIFEBOAT, LATER, CONCERT)]
    for claim in mine:
        create_link(first, claim)
    told = heard(client.get(story.get_absolute_url()), key(first, outlet))
    assert told == "20:15 differs, unreviewed 19:08 states it, unreviewed and 1 more"


def test_a_silent_outlet_is_not_found_or_has_a_sentence_that_may_say_it(client, alice, story):
    claim = say(story, LIFEBOAT)
    silent = create_article(story=story, text="A concert took place.").outlet
    mention = hint(story, claim)
    response = client.get(story.get_absolute_url())
    assert heard(response, key(claim, silent)).endswith("not found")
    assert heard(response, key(claim, mention.outlet)).endswith("” probably here")
    Mention.objects.update(score=0.2)
    response = client.get(story.get_absolute_url())
    assert heard(response, key(claim, mention.outlet)).endswith("” perhaps")


def test_rows_come_in_the_order_that_is_chosen(client, alice, story):
    alone = say(story, CONCERT, at=6)
    same = [say(story, LIFEBOAT, at=hour) for hour in (9, 10, 11)]
    create_link(same[0], same[1])
    create_link(same[1], same[2])
    apart = [say(story, LATER, at=hour) for hour in (7, 8)]
    create_link(*apart, kind=LinkKind.CONTRADICTS)
    create_verdict(alone, by=create_reviewer())
    a, s, d = alone.pk, same[0].pk, apart[0].pk
    orders = {"": [d, s, a], "spread": [s, d, a], "time": [a, d, s], "status": [s, d, a]}
    for sort, order in orders.items():
        assert rows_of(client.get(story.get_absolute_url(), {"sort": sort})) == order, sort


def test_rows_are_narrowed_by_outlet_status_words_and_disagreement(client, alice, story):
    one, other = say(story, LIFEBOAT), say(story, LATER, at=9)
    create_link(one, other, kind=LinkKind.CONTRADICTS)
    lone = say(story, CONCERT, at=10)
    create_verdict(lone, by=create_reviewer())
    chosen = {"outlet": lone.outlet.slug, "status": "disputed", "q": "  SPRING concert "}
    for name, value in chosen.items():
        assert rows_of(client.get(story.get_absolute_url(), {name: value})) == [lone.pk], name
    assert rows_of(client.get(story.get_absolute_url(), {"differing": "1"})) == [one.pk]
    unknown = {"outlet": "nobody", "status": "lost", "sort": "size"}
    assert len(rows_of(client.get(story.get_absolute_url(), unknown))) == 2
    nothing = client.get(story.get_absolute_url(), {"q": "nowhere"})
    assert "No row fits this filter." in html(nothing)


def test_with_htmx_the_table_alone_is_answered_and_the_address_kept(client, alice, story):
    say(story, LIFEBOAT)
    response = client.get(story.get_absolute_url(), {"sort": "time"}, headers=HTMX)
    assert html(response).startswith('<div id="matrix"')
    assert "1 row" in html(response)
    assert response["HX-Push-Url"].endswith("?sort=time")


def test_rows_outlets_and_articles_beyond_the_first_are_shown_on_demand(
    client, alice, story, monkeypatch
):
    monkeypatch.setattr(board, "ROWS_AT_FIRST", 1)
    monkeypatch.setattr(board, "ARTICLES_AT_FIRST", 1)
    monkeypatch.setattr("claims.board.COLUMNS_AT_FIRST", 1)
    for words in (LIFEBOAT, CONCERT):
        say(story, words)
    few, every = client.get(story.get_absolute_url()), client.get(story.get_absolute_url() + "?all")
    assert "2 rows, the first 1 shown; 1 of 2 outlets" in html(few)
    assert (len(rows_of(few)), html(few).count("<td>")) == (1, 2)
    assert "Show all 2 rows and 2 outlets" in html(few)
    assert (len(rows_of(every)), html(every).count("<td>")) == (2, 6)
    assert "Show " not in html(every).replace(">Show</button>", "")


@pytest.mark.parametrize("is_htmx", [True, False])
def test_a_cell_opens_below_its_row(client, alice, story, is_htmx):
    claim = say(story, LIFEBOAT, attribution="the crew")
    headers = HTMX if is_htmx else {}
    response = client.get(cell_url(claim, claim.outlet), headers=headers, follow=True)
    assert f'<tr class="opened-row" id="opened-{key(claim)}"' in html(response)
    assert "Says the crew" in html(response)
    assert f"“{LIFEBOAT}”</blockquote>" in html(response)
    assert bool(response.redirect_chain) != is_htmx


def test_an_outlet_without_a_word_of_it_says_where_to_look(client, alice, story):
    claim = say(story, LIFEBOAT)
    article = create_article(story=story, text="A concert took place.")
    response = client.get(cell_url(claim, article.outlet), headers=HTMX)
    assert "no claim says this here, and no sentence of the article is like it." in html(response)
    assert article.get_absolute_url() in html(response)


@pytest.mark.parametrize(
    ("kind", "said"),
    [("same", "Linked as the same claim"), ("contradicts", "Linked as contradicting")],
)
def test_what_is_probably_here_is_marked_and_linked_in_one_step(client, alice, story, kind, said):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim)
    sent = {"sentence": mention.sentence_id, "kind": kind}
    response = client.post(cell_url(claim, mention.outlet, "link_cell"), sent, headers=HTMX)
    link = Link.objects.get()
    assert (link.state, link.kind, link.b.outlet) == (LinkState.CONFIRMED, kind, mention.outlet)
    assert said in html(response)
    assert html(response).startswith(f'<tr id="row-{claim.pk}">')
    assert html(response).count("data-focus") == 1


def test_without_htmx_linking_comes_back_to_the_board_it_was_on(client, alice, story):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim)
    page = f"http://testserver{story.get_absolute_url()}?sort=time"
    sent = {"sentence": mention.sentence_id, "kind": "same"}
    url = cell_url(claim, mention.outlet, "link_cell")
    response = client.post(url, sent, headers={"Referer": page})
    assert response["Location"] == page
    assert Link.objects.confirmed().count() == 1


def test_rows_that_became_one_are_shown_by_loading_the_page_anew(client, alice, story):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim)
    other = create_claim(quote=f"{LIKELY}.", article=mention.sentence.revision.article)
    create_link(other, say(story, LATER))
    sent = {"sentence": mention.sentence_id, "kind": "same"}
    response = client.post(cell_url(claim, mention.outlet, "link_cell"), sent, headers=HTMX)
    assert response["HX-Refresh"] == "true"


def test_not_a_match_holds_for_every_claim_of_the_point_and_is_undone_for_all(client, alice, story):
    claim, other = say(story, LIFEBOAT), say(story, LIFEBOAT, at=9)
    create_link(claim, other)
    create_article(story=story, text=f"{LIKELY}. Rain follows.")
    mentions.refresh_story(story)
    mention = claim.mentions.get()
    sent = {"sentence": mention.sentence_id, "kind": "none"}
    response = client.post(cell_url(claim, mention.outlet, "link_cell"), sent, headers=HTMX)
    assert heard(response, key(claim, mention.outlet)).endswith("not found")
    assert Dismissal.objects.count() == 2
    undo = reverse("claims:undo_cell", args=[claim.pk, mention.sentence_id])
    assert heard(client.post(undo, headers=HTMX), key(claim, mention.outlet)).endswith("here")
    assert not Dismissal.objects.exists()
    assert "This was undone already." in html(client.post(undo, headers=HTMX))


def test_what_cannot_be_linked_says_why_and_shows_the_row_as_it_is(client, alice, story):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim)
    url = cell_url(claim, mention.outlet, "link_cell")
    broken = client.post(url, {"sentence": "999999", "kind": "same"}, headers=HTMX)
    assert broken.status_code == 422
    elsewhere = create_article().revisions.get().sentences.all()[0]
    response = client.post(url, {"sentence": elsewhere.pk, "kind": "same"}, headers=HTMX)
    assert response.status_code == 409
    assert "This sentence is in no other article of the story." in html(response)
    assert f'<tr id="row-{claim.pk}">' in html(response)
    assert not Link.objects.exists()


@pytest.mark.parametrize("kind", ["same", "none"])
def test_a_row_whose_claim_was_removed_meanwhile_loads_the_page_anew(client, alice, story, kind):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim)
    highlights.remove(claim, by=alice)
    sent = {"sentence": mention.sentence_id, "kind": kind}
    response = client.post(cell_url(claim, mention.outlet, "link_cell"), sent, headers=HTMX)
    assert response["HX-Refresh"] == "true"
    assert "This claim was removed meanwhile." in html(client.get(story.get_absolute_url()))
    assert not Link.objects.exists()
    assert not Dismissal.objects.exists()


def test_a_story_without_articles_or_claims_says_what_to_do(client, alice, story):
    assert "An empty story." in html(client.get(story.get_absolute_url()))
    create_article(story=story)
    assert "No claims are marked yet." in html(client.get(story.get_absolute_url()))


def test_a_board_of_one_outlet_works(client, alice, story):
    claim = say(story, LIFEBOAT)
    response = client.get(story.get_absolute_url())
    assert "1 row; 1 outlet by first publication" in html(response)
    assert heard(response, key(claim)) == "19:08 states it, unreviewed"


def test_articles_are_listed_with_their_claims(client, alice, story):
    outlet = create_outlet(is_agency=True)
    article = create_article(story=story, outlet=outlet, credit="Northline")
    create_claim(article=article)
    create_article(story=story)
    response = client.get(story.get_absolute_url())
    assert article.headline in html(response)
    assert "<span>agency</span> <span>Northline</span>" in html(response)
    assert "1 claim</span>" in html(response)
    assert "no claims marked yet" in html(response)


def test_imported_words_are_escaped(client, alice, story):
    claim = say(story, "The <b>ferry</b> & crew are <script>safe</script> now")
    for response in (
        client.get(story.get_absolute_url()),
        client.get(cell_url(claim, claim.outlet), headers=HTMX),
    ):
        assert "<script>safe" not in html(response)
        assert "&lt;b&gt;ferry" in html(response)


def test_a_board_costs_the_same_queries_for_one_row_and_for_many(client, alice, story):
    def add() -> None:
        one, other = say(story, LIFEBOAT), say(story, LATER, at=9)
        create_link(one, other, kind=LinkKind.CONTRADICTS)
        create_verdict(one, by=create_reviewer())
        say(story, CONCERT, at=10)
        create_article(story=story, text=f"{LIKELY}. Rain follows.")
        mentions.refresh_story(story)

    def queries(url: str, **headers: str) -> int:
        with CaptureQueriesContext(connection) as seen:
            b"".join(client.get(url, headers=headers))
        return len(seen)

    add()
    claim = Claim.objects.order_by("pk")[0]
    urls = [
        story.get_absolute_url(),
        reverse("claims:board_csv", args=[story.slug]),
    ]
    few = [queries(url) for url in urls] + [queries(cell_url(claim, claim.outlet), **HTMX)]
    for _ in range(3):
        add()
    many = [queries(url) for url in urls] + [queries(cell_url(claim, claim.outlet), **HTMX)]
    assert many == few


def test_only_members_enter_and_only_as_meant(client, story):
    claim = say(story, LIFEBOAT)
    mention = hint(story, claim)
    read = [story.get_absolute_url(), cell_url(claim, claim.outlet)]
    read.append(reverse("claims:board_csv", args=[story.slug]))
    write = [cell_url(claim, mention.outlet, "link_cell")]
    write.append(reverse("claims:undo_cell", args=[claim.pk, mention.sentence_id]))
    for url in read + write:
        assert client.get(url)["Location"].startswith("/login/")
    client.force_login(create_user())
    assert {client.get(url).status_code for url in read} == {403}
    assert {client.post(url).status_code for url in write} == {403}
    client.force_login(create_reporter())
    assert {client.post(url).status_code for url in read} == {405}
    assert {client.get(url).status_code for url in write} == {405}


def test_what_is_not_there_is_not_found(client, alice, story):
    claim = say(story, LIFEBOAT)
    removed = say(story, CONCERT)
    highlights.remove(removed, by=alice)
    for address in (
        "/stories/nowhere/",
        "/stories/nowhere/board.csv",
        cell_url(claim, create_outlet()),
        cell_url(removed, removed.outlet),
    ):
        assert client.get(address).status_code == 404, address

"""It previews an import, takes what the person chose, and saves it once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from accounts.tests.factories import create_reporter, create_user
from articles.extraction import Found, FoundTime
from articles.models import Article, Draft, Outlet, OutletDomain, Story
from articles.tests.counting import queries_of
from articles.tests.factories import (
    TEXT,
    create_article,
    create_draft,
    create_outlet,
    create_story,
)

pytestmark = pytest.mark.django_db

PARAGRAPHS = TEXT.split("\n\n")
HEADLINE = Found("Ferry aground", "from the page’s title")


@pytest.fixture
def alice(client) -> User:
    alice = create_reporter(name="alice")
    client.force_login(alice)
    return alice


def chosen(**changes: object) -> dict[str, object]:
    """What a browser posts for a complete form that keeps both paragraphs behind one struck."""
    new = {"outlet": "new", "new_outlet": "The Ledger", "story": "new", "new_story": "Ferry"}
    return {"headline": "Ferry aground", **new, "keep": ["2", "3"], **changes}


def shown(answer) -> list[tuple[str, bool]]:
    return [(line.text, line.is_kept) for line in answer.context["preview"].lines]


def test_the_preview_shows_every_line_with_why_it_was_struck(client, alice):
    draft = create_draft(by=alice, struck=["Share this story"])
    answer = client.get(draft.get_absolute_url())
    assert shown(answer) == [("Share this story", False), *((line, True) for line in PARAGRAPHS)]
    page = answer.content.decode()
    assert "share buttons" in page
    assert "2 lines kept, 1 left out" in page


def test_found_details_say_where_they_are_from(client, alice):
    draft = create_draft(
        by=alice,
        headline=HEADLINE,
        url=Found("https://www.ledger.example/ferry#top", "from the page’s link"),
        published=FoundTime(datetime(2026, 11, 19, 6, 10, tzinfo=UTC), "minute", "", "from a line"),
        language=Found("en", "from the words"),
    )
    answer = client.get(draft.get_absolute_url())
    values = {name: answer.context["form"][name].value() for name in ("url", "published")}
    assert values == {
        "url": "https://www.ledger.example/ferry",
        "published": "2026-11-19 06:10 UTC",
    }
    page = answer.content.decode()
    assert "from the page’s title" in page
    assert "from a line, in the desk’s time zone" in page


@pytest.mark.parametrize("has_domain", [True, False])
def test_the_outlet_is_found_by_its_domain_or_its_name(client, alice, has_domain):
    ledger = create_outlet(name="The Ledger", zone="Europe/Helsinki")
    if has_domain:
        OutletDomain.objects.create(outlet=ledger, domain="ledger.example")
    name = "Ledger Online" if has_domain else "the ledger"
    time = FoundTime(datetime(2026, 11, 19, 6, 10, tzinfo=UTC), "minute", "", "from a line")
    draft = create_draft(
        by=alice,
        outlet=Found(name, "from the page"),
        url=Found("https://www.ledger.example/ferry", "from the page"),
        published=time,
    )
    form = client.get(draft.get_absolute_url()).context["form"]
    assert form["outlet"].value() == str(ledger.pk)
    assert form["published"].value() == "2026-11-19 06:10 Europe/Helsinki"


def test_an_unknown_outlet_is_offered_as_a_new_one(client, alice):
    draft = create_draft(by=alice, url=Found("https://www.ledger.example/ferry", "from the page"))
    form = client.get(draft.get_absolute_url()).context["form"]
    assert (form["outlet"].value(), form["new_outlet"].value()) == ("new", "ledger.example")


def test_the_story_that_shares_names_is_chosen(client, alice):
    text = "The harbour master Ann Foll met the minister Petra Vane in Selwick on the Calder Bank."
    article = create_article(text=text)
    create_article(by=alice, text="Nothing of the kind.")
    answer = client.get(create_draft(by=alice, kept=[f"Again {text}"]).get_absolute_url())
    assert answer.context["form"]["story"].value() == str(article.story_id)
    assert "shares 7 names with it" in answer.content.decode()


def test_else_the_story_of_the_last_import(client, alice):
    article = create_article(by=alice)
    create_article(text="Another story by another person.")
    form = client.get(create_draft(by=alice, kept=["other words"]).get_absolute_url()).context[
        "form"
    ]
    assert form["story"].value() == str(article.story_id)


def test_saving_makes_the_article_of_the_kept_lines(client, alice):
    draft = create_draft(by=alice, struck=["Share this story"], file_name="ferry.txt")
    published = "2026-11-19 07:10 +01:00"
    answer = client.post(draft.get_absolute_url(), chosen(published=published, byline="Quint"))
    article = Article.objects.get()
    assert answer.url == article.get_absolute_url()
    revision = article.revisions.get()
    assert (revision.text, revision.source_name) == (TEXT, "ferry.txt")
    assert bytes(revision.source) == bytes(Draft.objects.get().source)
    assert (article.outlet.name, article.story.title) == ("The Ledger", "Ferry")
    assert (article.byline, article.published_at.hour, article.imported_by) == ("Quint", 6, alice)


def test_lines_put_back_and_left_out_make_the_text(client, alice):
    draft = create_draft(by=alice, struck=["A line that belongs to it."])
    client.post(draft.get_absolute_url(), chosen(keep=["1", "3", "99", "x", "-1", "²"]))
    assert Article.objects.get().revisions.get().text == (
        f"A line that belongs to it.\n\n{PARAGRAPHS[1]}"
    )


def test_a_choice_of_nothing_is_refused(client, alice):
    draft = create_draft(by=alice)
    answer = client.post(draft.get_absolute_url(), chosen(keep=[]))
    assert answer.status_code == 422
    assert "Every line is left out. Keep at least one." in answer.content.decode()
    assert not Article.objects.exists()


def test_bad_input_keeps_fields_and_lines_also_for_later(client, alice):
    draft = create_draft(by=alice, struck=["Share this story"])
    typed = chosen(keep=["1"], headline="", byline="Rafael Quint", published="19 November, 6.10")
    answer = client.post(draft.get_absolute_url(), typed)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Not saved yet. 2 fields need you." in page
    assert '<a href="#id_published">' in page
    assert "Give the year and the zone, as in 2026-11-19 06:10 +00:00." in page
    for seen in (answer, client.get(draft.get_absolute_url())):
        assert [is_kept for _, is_kept in shown(seen)] == [True, False, False]
        assert seen.context["form"]["byline"].value() == "Rafael Quint"


@pytest.mark.parametrize("name", ["headline", "outlet", "new_story", "published", "credit"])
def test_a_character_that_no_text_can_hold_is_refused_at_its_field(client, alice, name):
    draft = create_draft(by=alice)
    answer = client.post(draft.get_absolute_url(), chosen(**{name: "before\0after"}))
    assert answer.status_code == 422
    assert not Article.objects.exists()
    draft.refresh_from_db()
    assert draft.typed["fields"][name] == "beforeafter"


def test_without_a_script_the_button_keeps_all_and_what_was_typed(client, alice):
    draft = create_draft(by=alice, struck=["Share this story"])
    posted = chosen(keep=[], keep_all="yes", byline="Quint")
    answer = client.post(draft.get_absolute_url(), posted, follow=True)
    assert all(is_kept for _, is_kept in shown(answer))
    assert answer.context["form"]["byline"].value() == "Quint"


def test_the_same_text_again_changes_nothing_and_links_to_the_article(client, alice):
    known = create_article(text=TEXT, outlet=create_outlet(name="The Ledger"), headline="Known")
    draft = create_draft(by=alice, struck=["Share this story"])
    answer = client.post(draft.get_absolute_url(), chosen())
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Not saved. “Known” is on the desk already" in page
    assert f'href="{known.get_absolute_url()}"' in page
    assert (Article.objects.count(), Story.objects.filter(title="Ferry").count()) == (1, 0)


def test_a_saved_draft_says_so_and_saves_no_second_time(client, alice):
    draft = create_draft(by=alice, struck=["Share this story"])
    client.post(draft.get_absolute_url(), chosen())
    for answer, status in (
        (client.get(draft.get_absolute_url()), 200),
        (client.post(draft.get_absolute_url(), chosen(headline="Other")), 409),
    ):
        assert answer.status_code == status
        assert "This draft is saved already." in answer.content.decode()
    assert Article.objects.get().headline == "Ferry aground"


def test_after_one_of_a_batch_the_next_comes_up(client, alice):
    at = timezone.now()
    first, second, third = (create_draft(by=alice, at=at, kept=[f"Text {n}"]) for n in range(3))
    create_draft(by=alice)
    assert "2 of 3" in client.get(second.get_absolute_url()).content.decode()
    visited = []
    for draft in (second, third, first):
        answer = client.post(draft.get_absolute_url(), chosen(keep=["1"]))
        visited.append(answer.url)
    last = Article.objects.get(draft=first)
    assert visited == [third.get_absolute_url(), first.get_absolute_url(), last.get_absolute_url()]


def test_discarding_forgets_the_draft_and_brings_the_next(client, alice):
    at = timezone.now()
    first, second = create_draft(by=alice, at=at), create_draft(by=alice, at=at)
    urls = [
        client.post(reverse("articles:discard", args=[draft.pk])).url for draft in (first, second)
    ]
    assert urls == [second.get_absolute_url(), reverse("articles:import")]
    assert not Draft.objects.exists()


@pytest.mark.parametrize("name", ["draft", "discard"])
def test_drafts_of_others_and_old_ones_are_not_there(client, alice, name):
    others = create_draft()
    old = create_draft(by=alice, at=timezone.now() - timedelta(hours=24, seconds=1))
    for draft in (others, old):
        assert client.post(reverse(f"articles:{name}", args=[draft.pk])).status_code == 404
    assert client.get(reverse("articles:draft", args=[others.pk])).status_code == 404
    assert Draft.objects.count() == 2


def test_strangers_and_wrong_methods(client):
    draft = create_draft()
    discard = reverse("articles:discard", args=[draft.pk])
    assert client.get(draft.get_absolute_url()).url.startswith(reverse("accounts:login"))
    client.force_login(create_user())
    assert client.get(draft.get_absolute_url()).status_code == 403
    assert client.post(discard).status_code == 403
    client.force_login(draft.owner)
    assert client.get(discard).status_code == 405
    assert client.delete(draft.get_absolute_url()).status_code == 405


def test_what_the_page_says_is_escaped(client, alice):
    draft = create_draft(
        by=alice,
        kept=["<script>alert(1)</script>"],
        headline=Found("<b>x", "<i>y"),
        url=Found("https://x.example/<u>", "z"),
        file_name="<img src=x>.txt",
    )
    page = client.get(draft.get_absolute_url()).content.decode()
    assert not any(tag in page for tag in ("<script>alert", "<b>x", "<i>y", "<u>", "<img"))


def test_found_details_that_the_desk_cannot_keep_are_cut_or_dropped(client, alice):
    draft = create_draft(
        by=alice,
        headline=Found("x" * 900, "a"),
        byline=Found("y \n" * 400, "b"),
        url=Found("javascript:alert(1)", "c"),
        outlet=Found("z" * 400, "d"),
    )
    form = client.get(draft.get_absolute_url()).context["form"]
    lengths = [
        len(form[name].value() or "") for name in ("headline", "byline", "url", "new_outlet")
    ]
    assert lengths == [500, 300, 0, 200]
    assert not Outlet.objects.exists()


def test_the_preview_costs_the_same_for_many_lines_and_many_articles(client, alice):
    words = "The minister Ann Foll met Petra Vane in Selwick."
    draft = create_draft(by=alice, kept=[words])
    create_article(text=words)
    few = queries_of(client, draft.get_absolute_url())
    story = create_story()
    for _ in range(5):
        create_article(story=story)
    many = create_draft(by=alice, kept=[words] * 300)
    assert queries_of(client, many.get_absolute_url()) == few

"""A form that comes twice, from a slow line, two presses or the back button, is done once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import sendings
from accounts.models import Sending
from accounts.tests.factories import create_desk_admin, create_reviewer
from articles import batches
from articles.models import Batch, Draft, Feed, FeedRule, Story, Table
from articles.tests.factories import (
    TEXT,
    create_article,
    create_feed,
    create_outlet,
    create_story,
)
from claims import comments
from claims.models import (
    BulkAct,
    Claim,
    Comment,
    Event,
    Evidence,
    Link,
    Notification,
    SavedView,
    SubReason,
)
from claims.tests.factories import QUOTE, create_claim, create_pair, create_verdict
from claims.tests.test_races import at_once

pytestmark = pytest.mark.django_db
TOKEN = re.compile(r'name="sending" value="([^"]+)"')
TIMES = 4


@dataclass(frozen=True)
class Form:
    """What is sent where, and what it makes."""

    page: str  # on which it stands
    action: str
    fields: dict[str, object]
    makes: type[Model]


@pytest.fixture
def alice(client):
    alice = create_desk_admin(name="alice")
    client.force_login(alice)
    return alice


def comment_form() -> Form:
    claim = create_claim()
    page, action = (
        reverse(f"claims:{one}", args=[claim.pk]) for one in ("comments", "begin_thread")
    )
    return Form(page, action, {"text": "Which list, @alice?"}, Comment)


def reply_form() -> Form:
    thread = comments.begin(create_claim(), "Which list has 241?", by=create_reviewer())
    page, action = (reverse(f"claims:{one}", args=[thread.pk]) for one in ("thread", "reply"))
    return Form(page, action, {"text": "The port's, page 4."}, Comment)


def bulk_form() -> Form:
    ticked = {"claim": [create_claim().pk], "act": "disputed"}
    return Form(reverse("claims:queue"), reverse("claims:select"), ticked, BulkAct)


def like_form() -> Form:
    one, _ = create_pair()
    verdict = create_verdict(one, by=create_reviewer())
    page, action = (
        reverse("claims:review", args=[one.pk]),
        reverse("claims:apply_verdict", args=[verdict.pk]),
    )
    return Form(page, action, {}, BulkAct)


def revert_form() -> Form:
    bob, page = create_reviewer(), reverse("claims:revert")
    create_verdict(create_claim(), by=bob)
    at = timezone.now()
    span = {"since": at - timedelta(hours=1), "until": at + timedelta(hours=1)}
    told = {name: f"{moment:%Y-%m-%dT%H:%M}" for name, moment in span.items()}
    return Form(page, page, {"person": bob.username, "why": "A mistake.", **told}, BulkAct)


def view_form() -> Form:
    page = reverse("claims:new_view") + "?q=has:link"
    return Form(page, page, {"name": "Linked", "query": "has:link", "tab": "waiting"}, SavedView)


def story_form() -> Form:
    page = reverse("claims:new_story")
    return Form(page, page, {"title": "Barge at the lock", "summary": ""}, Story)


def paste_form() -> Form:
    page = reverse("articles:import")
    return Form(page, page, {"text": TEXT}, Draft)


def address_form() -> Form:
    page = reverse("articles:import_urls")
    return Form(page, page, {"urls": "https://ledger.example/barge"}, Batch)


class Sheet:
    """A file that can be sent again."""

    def __init__(self, name: str, words: str = TEXT) -> None:
        self.name, self.words = name, words

    def read(self) -> bytes:
        return self.words.encode()


def files_form() -> Form:
    page = reverse("articles:import_files")
    batch = {"batch": batches.stamp(timezone.now()), "files": Sheet("barge.txt")}
    return Form(page, page, batch, Draft)


def table_form() -> Form:
    page, rows = reverse("articles:import_files"), "headline,text\nBarge at the lock,Nine hours."
    batch = {"batch": batches.stamp(timezone.now()), "files": Sheet("barges.csv", rows)}
    return Form(page, page, batch, Table)


def version_form() -> Form:
    page = reverse("articles:new_version", args=[create_article().pk])
    return Form(page, page, {"file": Sheet("barge.txt", TEXT + "\n\nCorrected.")}, Draft)


def feed_form() -> Form:
    told = {"outlet": create_outlet().pk, "url": "https://ledger.example/feed", "minutes": 15}
    return Form(reverse("articles:feeds"), reverse("articles:add_feed"), told, Feed)


def rule_form() -> Form:
    feed, story = create_feed(), create_story()
    page, action = (reverse(f"articles:{one}", args=[feed.pk]) for one in ("feed", "add_rule"))
    return Form(page, action, {"words": "barge", "story": story.pk}, FeedRule)


def reason_form() -> Form:
    page, action = reverse("claims:verdict_names"), reverse("claims:add_reason")
    return Form(page, action, {"status": "disputed", "words": "figure wrong"}, SubReason)


FORMS: list[Callable[[], Form]] = [
    *(comment_form, reply_form, bulk_form, like_form, revert_form),
    *(view_form, story_form, paste_form, address_form),
    *(files_form, table_form, version_form, feed_form, rule_form, reason_form),
]


def drawn(client: Client, form: Form) -> dict[str, object]:
    """The fields with the token that the page was drawn with."""
    found = TOKEN.findall(client.get(form.page).content.decode())
    assert found, form.page
    return {**form.fields, "sending": found[-1]}


@pytest.mark.parametrize("make", FORMS)
def test_sent_again_it_makes_nothing_more_and_leads_to_the_same_place(client, alice, make):
    form = make()
    before, fields = form.makes.objects.count(), drawn(client, form)
    first, again = (client.post(form.action, fields) for _ in range(2))
    assert first.status_code == again.status_code == 302
    assert again["Location"] == first["Location"]
    assert form.makes.objects.count() == before + 1


def test_files_that_gave_nothing_are_read_again_and_named_once(client, alice):
    form = files_form()
    fields = drawn(client, form) | {"files": Sheet("empty.txt", " ")}
    assert [client.post(form.action, fields).status_code for _ in range(2)] == [422, 422]
    assert len(client.get(reverse("articles:draft_list")).context["refused"]) == 1
    client.post(form.action, fields | {"files": Sheet("barge.txt")})
    assert Draft.objects.count() == 1


@pytest.mark.parametrize("make", [comment_form, reply_form, bulk_form])
def test_a_page_drawn_anew_may_say_the_same_again(client, alice, make):
    form = make()
    before = form.makes.objects.count()
    for _ in range(2):
        client.post(form.action, drawn(client, form))
    assert form.makes.objects.count() == before + 2


def test_other_words_in_the_same_form_are_never_lost(client, alice):
    form = comment_form()
    fields = drawn(client, form)
    for text in ("Which list?", "Which list? The port's?"):
        client.post(form.action, {**fields, "text": text})
    assert Comment.objects.count() == 2


def test_what_was_removed_since_may_be_said_again(client, alice):
    form = comment_form()
    fields = drawn(client, form)
    client.post(form.action, fields)
    comments.remove(Comment.objects.get(), by=alice)
    client.post(form.action, fields)
    assert Comment.objects.standing().count() == 1


def test_a_refused_form_is_not_taken_for_sent(client, alice):
    form = story_form()
    create_story(title="Barge at the lock", slug="barge-at-the-lock")
    fields = drawn(client, form)
    assert [client.post(form.action, fields).status_code for _ in range(2)] == [422, 422]
    assert not Sending.objects.exists()


def test_two_people_send_what_looks_alike(client, alice):
    form = comment_form()
    fields = drawn(client, form)
    client.post(form.action, fields)
    client.force_login(create_reviewer())
    client.post(form.action, fields)
    assert Comment.objects.count() == 2


def test_forms_of_another_day_are_forgotten(client, alice):
    form, old = comment_form(), timezone.now() - timedelta(hours=sendings.FORGOTTEN_HOURS + 1)
    client.post(form.action, drawn(client, form))
    Sending.objects.update(at=old)
    client.post(form.action, drawn(client, form))
    assert Sending.objects.get().at > old


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("make", [comment_form, reply_form, bulk_form, story_form])
def test_sent_many_times_at_once_it_is_done_once(client, alice, make):
    form = make()
    before, fields = form.makes.objects.count(), drawn(client, form)
    told = Notification.objects.count()
    press = [partial(pressed, alice, form, fields) for _ in range(TIMES)]
    answers = at_once(press)
    assert set(answers) == {(302, answers[0][1])}
    assert form.makes.objects.count() == before + 1
    assert Notification.objects.count() - told <= 1


def pressed(person, form: Form, fields: dict[str, object]) -> tuple[int, str]:
    browser = Client()
    browser.force_login(person)
    answer = browser.post(form.action, fields)
    return answer.status_code, answer["Location"]


def test_marking_linking_evidence_and_assigning_need_no_token(client, alice):
    """What they make has one place in the database, or is looked up under the claim's lock."""
    one = create_claim()
    other = create_claim(article=create_article(story=one.story))
    acts = {
        "add_evidence": {"version": one.version, "source": "https://port.example/log"},
        "assign": {"to": f"person-{alice.pk}"},
        "link": {"other": other.pk, "kind": "same"},
    }
    for name, fields in acts.items():
        address = reverse(f"claims:{name}", args=[one.pk])
        told = [client.post(address, fields).status_code for _ in range(2)]
        assert told[0] == told[1] < 400, name
    assert [Evidence.objects.count(), Link.objects.confirmed().count()] == [1, 1]
    kinds = Event.objects.filter(claim=one).values_list("kind", flat=True)
    assert sorted(kinds) == ["assigned", "evidence added", "linked", "marked", "suggested", "taken"]


def test_words_marked_twice_are_one_claim(client, alice):
    article = create_article()
    revision = article.revisions.get()
    position = next(
        one.position
        for one in revision.sentences.all()
        if QUOTE in revision.text[one.start : one.end]
    )
    fields = {"revision": revision.pk, "sentence": position}
    for _ in range(2):
        client.post(reverse("claims:mark", args=[article.pk]), fields)
    assert Claim.objects.count() == 1


@pytest.mark.parametrize(
    ("row", "constraint"),
    [({"digest": "0" * 64}, "sending_once_each"), ({"digest": "0" * 63}, "sending_digest_form")],
)
def test_the_database_refuses(alice, row, constraint):
    Sending.objects.create(by=alice, digest="0" * 64, at=timezone.now())
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Sending.objects.create(by=alice, at=timezone.now(), **row)

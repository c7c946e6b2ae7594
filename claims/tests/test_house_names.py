"""What the desk calls its verdicts, wherever a status shows, and its reasons within them."""

from __future__ import annotations

from functools import partial

import pytest
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone

from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.tests.counting import queries_of
from claims import feeds, house, house_names, verdicts
from claims.errors import NameTaken, NotAllowed, NotEnough
from claims.models import Claim, Opinion, StatusName, SubReason, Verdict
from claims.states import ClaimStatus, VerdictStatus
from claims.tests.factories import (
    create_claim,
    create_opinion,
    create_pair,
    create_strict_claim,
    create_verdict,
)
from claims.tests.test_races import at_once

pytestmark = pytest.mark.django_db
URL = reverse("claims:verdict_names")
NAMES = {"verified": "Stands", "disputed": "Contested", "unresolved": "Open", "unreviewed": ""}


@pytest.fixture
def boss():
    return create_desk_admin(name="boss")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def named(boss):
    house_names.call({ClaimStatus(status): name for status, name in NAMES.items()}, by=boss)


@pytest.fixture
def wrong(boss) -> SubReason:
    return house_names.add_reason(VerdictStatus.DISPUTED, "Figure wrong", by=boss)


def html(client, url: str) -> str:
    return client.get(url).content.decode()


def decide(client, claim: Claim, **typed: object):
    version = Claim.objects.get(pk=claim.pk).version
    data = {"version": version, "rationale": "Two counts.", "status": "disputed", **typed}
    return client.post(
        reverse("claims:decide", args=[claim.pk]), data, headers={"hx-request": "true"}
    )


def test_a_name_shows_wherever_the_status_does(client, alice, named):
    one, other = create_pair()
    create_verdict(one, by=alice)
    pages = [
        reverse("claims:queue") + "?view=decided",
        one.get_absolute_url(),
        one.article.get_absolute_url(),
        reverse("claims:cluster", args=[Claim.objects.get(pk=other.pk).cluster_id]),
        reverse("claims:outlet", args=[one.outlet.slug]),
        reverse("claims:search") + "?q=status:contested&in=claims",
    ]
    for page in pages:
        assert "ontested" in html(client, page), page
    assert ", contested" in html(client, one.story.get_absolute_url())
    board = b"".join(client.get(reverse("claims:board_csv", args=[one.story.slug])))
    assert ", contested" in board.decode()
    listed = b"".join(client.get(reverse("claims:queue_csv") + "?view=decided"))
    assert "Contested" in listed.decode()


def test_buttons_history_and_messages_use_it(client, alice, named):
    claim, _next = create_claim(), create_claim()
    page = html(client, claim.get_absolute_url())
    assert "Stands <kbd>V</kbd>" in page
    assert "Stands needs one piece." in page
    said = decide(client, claim).content.decode()
    assert f"“{claim.quote}” is now “Contested”." in said
    assert "called it “Contested”: “Two counts.”" in html(client, claim.get_absolute_url())
    verdict = Verdict.objects.get()
    undone = client.post(reverse("claims:undo_verdict", args=[verdict.pk]), follow=True)
    assert "took back “Contested”." in undone.content.decode()


def test_without_a_name_it_has_its_usual_one(boss, named):
    house_names.call(dict.fromkeys(ClaimStatus, ""), by=boss)
    assert [status.label for status in VerdictStatus] == ["Verified", "Disputed", "Unresolved"]
    assert not StatusName.objects.exists()


def test_another_process_knows_within_seconds(client, alice, named, monkeypatch):
    house.know(house.Names())
    monkeypatch.setattr(house_names, "_read_at", float("-inf"))
    create_verdict(create_claim(), by=alice)
    assert "Contested" in html(client, reverse("claims:queue") + "?view=decided")
    stories = reverse("claims:stories")
    assert queries_of(client, stories) == queries_of(client, stories)


def test_a_feed_knows_them_though_nobody_is_signed_in(client, alice, named, monkeypatch):
    create_verdict(create_claim(), by=alice)
    client.logout()
    house.know(house.Names())
    monkeypatch.setattr(house_names, "_read_at", float("-inf"))
    address = reverse("claims:queue_feed", args=[feeds.token_of(alice)])
    assert "<title>Contested: “" in html(client, f"{address}?view=decided")


def test_names_are_told_apart_and_kept_by_desk_admins(alice, boss):
    names = dict.fromkeys(ClaimStatus, "") | {ClaimStatus.VERIFIED: "disputed"}
    with pytest.raises(NameTaken, match="cannot have one name"):
        house_names.call(names, by=boss)
    with pytest.raises(NotAllowed):
        house_names.call({ClaimStatus.VERIFIED: "Stands"}, by=alice)
    with pytest.raises(NotAllowed):
        house_names.add_reason(VerdictStatus.DISPUTED, "Figure wrong", by=alice)


def test_a_reason_is_chosen_with_the_verdict_and_told(client, alice, wrong):
    claim, _next = create_claim(), create_claim()
    option = f'<option value="{wrong.pk}">Figure wrong</option>'
    assert option in html(client, claim.get_absolute_url())
    decide(client, claim, sub_reason=wrong.pk)
    assert Verdict.objects.get().sub_reason == wrong
    page = html(client, claim.get_absolute_url())
    assert "disputed it as “Figure wrong”: “Two counts.”" in page
    assert "Figure wrong" in html(client, reverse("claims:queue") + "?view=decided")


def test_a_reason_of_another_status_or_retired_is_refused(client, alice, boss, wrong):
    claim = create_claim()
    response = decide(client, claim, status="unresolved", sub_reason=wrong.pk)
    assert response.status_code == 422
    assert "This is no reason for “Unresolved”." in response.content.decode()
    house_names.retire(wrong, by=boss)
    assert "Figure wrong" not in html(client, claim.get_absolute_url())
    assert decide(client, claim, sub_reason=wrong.pk).status_code == 422
    assert house_names.add_reason(VerdictStatus.DISPUTED, "figure wrong", by=boss) == wrong


def test_an_opinion_has_its_reason_too(client, alice, wrong):
    decide(client, create_strict_claim(), sub_reason=wrong.pk)
    assert Opinion.objects.get().sub_reason_words == "Figure wrong"


def test_the_page_gives_names_and_reasons(client, boss):
    client.force_login(boss)
    page = client.post(URL, NAMES, follow=True).content.decode()
    assert 'value="Contested"' in page
    add = reverse("claims:add_reason")
    page = client.post(add, {"status": "disputed", "words": "Out of context"}, follow=True)
    assert "Added “Out of context” to contested." in page.content.decode()
    reason = SubReason.objects.get()
    retire = reverse("claims:retire_reason", args=[reason.pk])
    assert "is offered no more." in client.post(retire, follow=True).content.decode()
    assert "is offered no more." in client.post(retire, follow=True).content.decode()
    again = client.post(retire, {"again": ""}, follow=True).content.decode()
    assert "can be chosen again." in again


@pytest.mark.parametrize(
    ("url", "typed", "words"),
    [
        (URL, {"verified": "Open", "disputed": "open"}, "Two statuses cannot have one name."),
        (URL, {"verified": "x" * 31}, "at most 30 characters"),
        (reverse("claims:add_reason"), {"status": "disputed"}, "Give the reason in a few words"),
        (reverse("claims:add_reason"), {"status": "x", "words": "y"}, "not one of the available"),
        (reverse("claims:add_reason"), {"status": "disputed", "words": "TWICE"}, "there already"),
    ],
)
def test_what_cannot_be_used_is_told_at_its_field(client, boss, url, typed, words):
    house_names.add_reason(VerdictStatus.DISPUTED, "Twice", by=boss)
    client.force_login(boss)
    response = client.post(url, typed)
    assert response.status_code == 422
    assert words in response.content.decode()


@pytest.mark.django_db(transaction=True)
def test_two_who_name_at_once_are_both_served(boss):
    other = create_desk_admin(name="other")
    how = [({"verified": "Stands"}, boss), ({"verified": "Holds", "disputed": "Contested"}, other)]
    acts = [
        partial(house_names.call, {ClaimStatus(key): name for key, name in names.items()}, by=by)
        for names, by in how
    ]
    assert at_once(acts) == [None, None]
    assert StatusName.objects.get(status="verified").name in ("Stands", "Holds")


def test_who_may_name(client, wrong):
    urls = [URL, reverse("claims:add_reason"), reverse("claims:retire_reason", args=[wrong.pk])]
    for url in urls:
        assert client.post(url)["Location"].startswith(reverse("accounts:login"))
    for person in (create_user(name="charlie"), create_reporter(), create_reviewer()):
        client.force_login(person)
        assert [client.post(url).status_code for url in urls] == [403, 403, 403]
    client.force_login(create_desk_admin())
    assert [client.get(url).status_code for url in urls[1:]] == [405, 405]
    assert client.post(reverse("claims:retire_reason", args=[10**6])).status_code == 404


@pytest.mark.parametrize(
    ("model", "fields", "constraint"),
    [
        (StatusName, {"status": "settled", "name": "Done"}, "status_name_status_known"),
        (StatusName, {"status": "verified", "name": ""}, "status_name_given"),
        (StatusName, {"status": "verified", "name": "contested"}, "status_name_unique"),
        (SubReason, {"status": "unreviewed", "words": "Late"}, "sub_reason_status_known"),
        (SubReason, {"status": "disputed", "words": ""}, "sub_reason_words_given"),
        (SubReason, {"status": "disputed", "words": "figure WRONG"}, "sub_reason_once"),
    ],
)
def test_the_database_refuses(boss, wrong, model, fields, constraint):
    StatusName.objects.create(
        status="disputed", name="Contested", changed_at=timezone.now(), changed_by=boss
    )
    who = "changed" if model is StatusName else "added"
    row = {f"{who}_at": timezone.now(), f"{who}_by": boss, **fields}
    with pytest.raises(IntegrityError, match=constraint):
        model.objects.create(**row)


@pytest.mark.parametrize("table", ["verdict", "opinion"])
def test_a_reason_is_of_the_status_it_is_given_with(boss, alice, table):
    other = house_names.add_reason(VerdictStatus.VERIFIED, "Seen on site", by=boss)
    make = create_verdict if table == "verdict" else create_opinion
    row = make(create_claim() if table == "verdict" else create_strict_claim(), by=alice)
    moment = "decided_at" if table == "verdict" else "at"
    row.pk, row.sub_reason = None, other
    setattr(row, moment, timezone.now())
    if table == "opinion":
        row.state, row.ended_at = "void", timezone.now()
    row.save(force_insert=True)
    with pytest.raises(IntegrityError, match=f"{table}_reason_of_its_status"):
        connection.check_constraints()


def test_the_key_of_a_reason_is_there_once(wrong):
    sql = "INSERT INTO claims_subreason SELECT * FROM claims_subreason ON CONFLICT ON CONSTRAINT"
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} sub_reason_status_key DO NOTHING")
        assert cursor.rowcount == 0


def test_a_service_refuses_a_reason_that_is_not_there(alice):
    how = {"status": VerdictStatus.DISPUTED, "rationale": "Two counts.", "seen_version": 2}
    with pytest.raises(NotEnough, match="no reason for"):
        verdicts.decide(create_claim(), **how, by=alice, sub_reason=10**6)

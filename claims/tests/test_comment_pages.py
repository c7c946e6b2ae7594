"""Comments on pages: writing, replying, changing, removing and resolving, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import comments
from claims.models import Claim, Comment, Notification
from claims.tests.factories import create_claim

pytestmark = pytest.mark.django_db
HTMX = {"hx-request": "true"}


@pytest.fixture
def alice(client):
    alice = create_reporter(name="alice", first_name="Alice", last_name="Arden")
    client.force_login(alice)
    return alice


@pytest.fixture
def bob():
    return create_reviewer(name="bob", first_name="Bob", last_name="Byrne")


@pytest.fixture
def claim() -> Claim:
    return create_claim()


def address(name: str, row: Claim | Comment) -> str:
    return reverse(f"claims:{name}", args=[row.pk])


def html(response) -> str:
    return " ".join(response.content.decode().split())


def send(client, name: str, row: Claim | Comment, text: str = "", **headers: str):
    return client.post(address(name, row), {"text": text}, headers=headers)


def test_a_reporter_comments_and_comes_back_to_the_claim(client, alice, claim):
    page = f"http://testserver{claim.get_absolute_url()}?story=tale"
    response = send(client, "begin_thread", claim, " Which\r\nlist? ", referer=page)
    comment = Comment.objects.get()
    assert (comment.text, comment.by, comment.claim) == ("Which\nlist?", alice, claim)
    assert response["Location"] == f"{page}#comment-{comment.pk}"
    shown = html(client.get(claim.get_absolute_url()))
    assert ">1 open thread</span>" in shown
    assert '<b>You</b> <a class="quiet"' in shown


def test_htmx_gets_the_section_with_the_focus_on_the_comment(client, alice, claim):
    shown = html(send(client, "begin_thread", claim, "Which list?", **HTMX))
    comment = Comment.objects.get()
    assert shown.startswith('<section class="talk section" id="comments"')
    assert (
        f'id="comment-{comment.pk}" tabindex="-1" aria-label="Comment by Alice Arden" data-focus'
        in shown
    )


def test_words_are_escaped_addresses_are_links_and_members_stand_out(client, alice, bob, claim):
    text = "<script>x</script> https://port.example/?a=1&b=<2 @bob @nobody"
    send(client, "begin_thread", claim, text)
    shown = html(client.get(claim.get_absolute_url()))
    assert "&lt;script&gt;x&lt;/script&gt; <a" in shown
    link = '<a href="https://port.example/?a=1&amp;b=" rel="noopener noreferrer nofollow ugc">'
    assert link in shown
    assert '<b class="call">@Bob Byrne</b> @nobody' in shown
    assert Notification.objects.get(person=bob).comment == Comment.objects.get()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize(
    ("text", "why"),
    [(" \n ", "Write something first."), ("x" * 5_001, "at most 5,000 characters; this has 5,001")],
)
def test_nothing_or_too_much_is_refused_and_what_was_typed_is_kept(
    client, alice, claim, headers, text, why
):
    response = send(client, "begin_thread", claim, text, **headers)
    assert response.status_code == 422
    assert why in html(response)
    assert f"data-focus>\n{text}</textarea>" in response.content.decode()
    assert not Comment.objects.exists()


def test_a_reply_stands_in_its_thread(client, alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=bob)
    shown = html(send(client, "reply", thread, "The port’s.", **HTMX))
    reply = thread.replies.get()
    assert shown.startswith(f'<li class="thread is-open" id="thread-{thread.pk}"')
    assert f'id="comment-{reply.pk}"' in shown
    assert 'id="open-threads" hx-swap-oob="true">1 open thread</span>' in shown
    assert send(client, "reply", thread, "And?")["Location"].startswith(address("thread", thread))


def test_a_reply_is_refused_with_what_was_typed(client, alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=bob)
    for headers in ({}, HTMX):
        response = send(client, "reply", thread, " ", **headers)
        assert response.status_code == 422
        assert "Write something first." in html(response)
    comments.remove(thread, by=bob)
    response = send(client, "reply", thread, "The port’s.", **HTMX)
    assert response.status_code == 409
    assert not thread.replies.exists()


def test_a_thread_page_has_all_replies_newest_page_first(client, alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=bob)
    replies = [comments.reply(thread, f"Number {number}.", by=bob) for number in range(52)]
    review = html(client.get(claim.get_absolute_url()))
    assert "47 earlier replies" in review
    assert "Number 46." not in review
    page = html(client.get(address("thread", thread)))
    assert page.index("Which list?") < page.index("Number 2.") < page.index("Number 51.")
    assert "Number 1." not in page
    assert "Earlier replies" in page
    assert client.get(address("thread", replies[0]))["Location"].endswith(
        f"#comment-{replies[0].pk}"
    )


def test_a_claims_page_of_comments_is_paged(client, alice, bob, claim):
    for number in range(21):
        comments.begin(claim, f"Number {number}.", by=bob)
    assert "All comments" in html(client.get(claim.get_absolute_url()))
    page = html(client.get(address("comments", claim)))
    assert "Number 20." in page
    assert "Number 0." not in page
    assert 'id="next-page"' in page


def test_own_words_are_changed_in_their_place_or_on_a_page(client, alice, claim):
    comment = comments.begin(claim, "Wich list?", by=alice)
    form = html(client.get(address("edit_comment", comment), headers=HTMX))
    assert form.startswith(f'<form class="comment stack stack-s" id="comment-{comment.pk}"')
    assert "Wich list?</textarea>" in client.get(address("edit_comment", comment)).content.decode()
    response = send(client, "edit_comment", comment, "Which list?")
    assert response["Location"] == comment.get_absolute_url()
    assert "changed <time" in html(client.get(address("thread", comment)))
    assert send(client, "edit_comment", comment, "", **HTMX).status_code == 422


def test_after_some_minutes_words_stay_and_what_was_typed_is_kept(client, alice, claim):
    comment = comments.begin(claim, "Which list?", by=alice)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
    old = comment.at - timedelta(minutes=16)
    Comment.objects.update(at=old)
    response = send(client, "edit_comment", comment, "Which list then?")
    assert response.status_code == 409
    assert "can be changed for 15 minutes" in html(response)
    assert "Which list then?</textarea>" in response.content.decode()


def test_removing_can_be_undone_and_says_so_meanwhile(client, alice, bob, claim):
    comment = comments.begin(claim, "Which list?", by=alice)
    shown = html(send(client, "remove_comment", comment, **HTMX))
    assert "Removed <time" in shown
    assert address("restore_comment", comment) in shown
    assert "Which list?" not in html(client.get(address("thread", comment))).split("toasts")[0]
    assert "Which list?" in html(client.post(address("restore_comment", comment), follow=True))


def test_the_words_of_others_are_not_there_to_be_changed(client, alice, bob, claim):
    comment = comments.begin(claim, "Which list?", by=bob)
    for name in ("edit_comment", "remove_comment", "restore_comment"):
        assert send(client, name, comment, "Mine").status_code == 404
    assert "Edit<span" not in html(client.get(address("thread", comment)))


def test_a_resolved_thread_is_one_line_that_says_who(client, alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=bob)
    shown = html(send(client, "resolve_thread", thread, **HTMX))
    assert f'id="thread-{thread.pk}-head" data-row data-focus><b>Resolved</b> by you' in shown
    assert 'id="open-threads" hx-swap-oob="true"></span>' in shown
    assert send(client, "resolve_thread", thread, **HTMX).status_code == 409
    assert "is open again." in html(client.post(address("reopen_thread", thread), follow=True))
    assert send(client, "reopen_thread", thread, **HTMX).status_code == 409


def test_the_queue_says_how_many_are_open_in_the_same_queries(client, alice, bob, claim):
    queue = reverse("claims:queue")
    client.get(queue)
    with CaptureQueriesContext(connection) as before:
        client.get(queue)
    comments.begin(claim, "Which list?", by=alice)
    with CaptureQueriesContext(connection) as after:
        page = html(client.get(queue))
    assert "<span>1 open comment</span>" in page
    assert len(after) == len(before)


def test_the_note_leads_to_the_comments(client, alice, claim):
    comments.begin(claim, "Which list?", by=alice)
    page = html(client.get(f"{claim.article.get_absolute_url()}?claim={claim.pk}"))
    link = page.partition(f'href="{address("comments", claim)}"')[2]
    assert link.partition("</a>")[0].endswith(">Comments (1 open)")


def test_a_notification_leads_to_the_comment(client, alice, bob, claim):
    comment = comments.begin(claim, "Look, @alice", by=bob)
    one = Notification.objects.get(person=alice)
    assert "Look, @alice" in html(client.get("/notifications/"))
    opened = client.get(reverse("claims:open_notification", args=[one.pk]))
    assert opened["Location"] == comment.get_absolute_url()
    comments.remove(comment, by=bob)
    assert "Look, @alice" not in html(client.get("/notifications/?view=all"))


@pytest.mark.parametrize("name", ["reply", "remove_comment", "resolve_thread", "begin_thread"])
def test_a_get_or_a_stranger_does_nothing(client, alice, claim, name):
    row = claim if name == "begin_thread" else comments.begin(claim, "Which list?", by=alice)
    assert client.get(address(name, row)).status_code == 405
    client.force_login(create_user(name="charlie"))
    assert send(client, name, row, "Hm").status_code == 403
    client.logout()
    assert send(client, name, row, "Hm")["Location"].startswith("/login/")


def test_people_are_listed_and_offered_by_the_beginning_of_a_name(client, alice, bob):
    create_user(name="charlie", first_name="Bobby")
    page = html(client.get(reverse("accounts:people")))
    assert "<td>@alice</td>" in page
    assert "charlie" not in page
    for begun, found in [("byr", True), ("BOB", True), ("yrne", False), ("b%", False)]:
        offered = html(client.get(reverse("accounts:people"), {"q": begun}, headers=HTMX))
        assert ('data-name="bob"' in offered) == found
        assert "alice" not in offered
    assert "Nobody is called so." in html(client.get(reverse("accounts:people"), {"q": "x\0"}))

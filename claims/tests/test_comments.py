"""Comments as the desk keeps them: threads, who is told, second thoughts, resolving."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError
from django.utils import timezone

from accounts.tests.factories import create_reporter, create_reviewer, create_user
from claims import comments, review
from claims.errors import NotAllowed, StaleComment
from claims.models import Claim, Comment, Notification
from claims.tests.factories import create_claim, create_verdict

pytestmark = pytest.mark.django_db


@pytest.fixture
def alice():
    return create_reviewer(name="alice")


@pytest.fixture
def bob():
    return create_reporter(name="bob")


@pytest.fixture
def claim(bob) -> Claim:
    """Bob marked it."""
    return create_claim(by=bob)


def told() -> set[tuple[str, str]]:
    """Who was told what; forgotten after it was asked for."""
    rows = {(one.person.username, one.kind) for one in Notification.objects.all()}
    Notification.objects.all().delete()
    return rows


def test_who_marked_holds_has_or_decided_a_claim_is_told_of_a_thread(alice, bob, claim):
    carol = create_reviewer(name="carol")
    create_verdict(claim, by=carol)
    review.release(claim, by=carol)
    review.take(claim, by=alice)
    dora, erin = create_reporter(name="dora"), create_reviewer(name="erin")
    Claim.objects.filter(pk=claim.pk).update(assignee=erin)
    thread = comments.begin(Claim.objects.get(pk=claim.pk), "Which list?", by=dora)
    concerned = ("alice", "bob", "carol", "erin")
    assert told() == {(name, "commented") for name in concerned}
    assert list(claim.comments.threads()) == [thread]


def test_members_who_are_called_are_told_once_and_that_they_were_mentioned(alice, bob, claim):
    create_user(name="charlie")
    create_reporter(name="gone", is_active=False)
    text = "@Bob, ask @alice. @alice! @charlie @gone @nobody"
    comments.begin(claim, text, by=alice)
    assert told() == {("bob", "mentioned")}
    comments.begin(claim, text, by=create_reporter())
    assert told() == {("bob", "mentioned"), ("alice", "mentioned")}


def test_who_has_a_part_in_a_thread_is_told_of_a_reply(alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=alice)
    carol = create_reporter(name="carol")
    taken_back = comments.reply(thread, "Hm.", by=carol)
    told()
    reply = comments.reply(thread, "The port’s.", by=bob)
    assert told() == {("alice", "replied"), ("carol", "replied")}
    assert Notification.objects.count() == 0
    comments.remove(taken_back, by=carol)
    comments.reply(thread, "Thanks, @bob.", by=alice)
    assert told() == {("bob", "mentioned")}
    assert list(Comment.objects.in_thread(thread).standing()[:2]) == [thread, reply]


def test_a_reply_opens_a_resolved_thread_again(alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=alice)
    comments.resolve(thread, by=bob)
    thread.refresh_from_db()
    assert not thread.is_open
    assert thread.resolved_by == bob
    comments.reply(thread, "Wait.", by=alice)
    assert Comment.objects.open_threads().get() == thread


def test_a_thread_is_resolved_and_opened_once(alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=alice)
    with pytest.raises(StaleComment, match="open already"):
        comments.reopen(thread)
    comments.resolve(thread, by=bob)
    with pytest.raises(StaleComment, match="not open any more"):
        comments.resolve(thread, by=alice)
    comments.reopen(thread)
    assert Comment.objects.open_threads().get() == thread


def test_ones_own_words_can_be_changed_for_some_minutes(alice, bob, claim, monkeypatch):
    thread = comments.begin(claim, "Ask @bob", by=alice)
    told()
    comments.edit(thread, "Ask @bob or @alice", by=alice)
    assert told() == set()
    thread.refresh_from_db()
    assert (thread.text, thread.edited_at is not None) == ("Ask @bob or @alice", True)
    with pytest.raises(NotAllowed, match="Only who wrote"):
        comments.edit(thread, "Mine", by=bob)
    later = timezone.now() + timedelta(minutes=comments.EDIT_MINUTES)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with pytest.raises(NotAllowed, match="for 15 minutes"):
        comments.edit(thread, "Never", by=alice)


def test_an_edit_tells_whom_only_the_new_words_call(alice, bob, claim):
    thread = comments.begin(claim, "Ask the port", by=alice)
    told()
    comments.edit(thread, "Ask the port, @bob", by=alice)
    assert told() == {("bob", "mentioned")}


def test_removing_keeps_the_row_and_can_be_undone(alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=alice)
    with pytest.raises(NotAllowed):
        comments.remove(thread, by=bob)
    comments.remove(thread, by=alice)
    assert not Comment.objects.open_threads().exists()
    with pytest.raises(StaleComment, match="was removed"):
        comments.reply(thread, "Hm?", by=bob)
    with pytest.raises(StaleComment, match="was removed"):
        comments.edit(thread, "Hm?", by=alice)
    comments.restore(thread, by=alice)
    assert Comment.objects.open_threads().get().text == "Which list?"


def test_comments_do_not_move_the_claim(alice, claim):
    before = Claim.objects.get(pk=claim.pk)
    comments.resolve(comments.begin(claim, "Which list?", by=alice), by=alice)
    after = Claim.objects.get(pk=claim.pk)
    assert (after.version, after.events.count()) == (before.version, before.events.count())


def test_a_row_knows_how_many_threads_are_open(alice, bob, claim):
    threads = [comments.begin(claim, f"Number {number}", by=alice) for number in range(4)]
    comments.reply(threads[0], "Yes.", by=bob)
    comments.resolve(threads[1], by=bob)
    comments.remove(threads[2], by=alice)
    create_claim()
    counts = Claim.objects.for_list().order_by("pk").values_list("open_threads", flat=True)
    assert list(counts) == [2, 0]


@pytest.mark.parametrize(
    ("wrong", "constraint"),
    [
        ({"text": ""}, "comment_text_length"),
        ({"text": "x" * 5_001}, "comment_text_length"),
        ({"resolved_at": timezone.now()}, "comment_resolver_iff_resolved"),
        ({"thread": "reply"}, "comment_in_its_thread"),
        ({"thread": "elsewhere"}, "comment_in_its_thread"),
        ({"thread": "here", "resolved_at": timezone.now()}, "comment_only_threads_resolve"),
    ],
)
def test_the_database_refuses(alice, claim, wrong, constraint):
    here = comments.begin(claim, "Which list?", by=alice)
    threads = {
        "here": here,
        "reply": comments.reply(here, "The port’s.", by=alice),
        "elsewhere": comments.begin(create_claim(), "Where?", by=alice),
    }
    row = {"claim": claim, "text": "Hm", "by": alice, "at": timezone.now()} | wrong
    row["thread"] = threads.get(wrong.get("thread"))
    if constraint == "comment_only_threads_resolve":
        row["resolved_by"] = alice
    with pytest.raises(IntegrityError, match=constraint):
        Comment.objects.create(**row)


def test_a_comment_is_never_deleted(alice, bob, claim):
    thread = comments.begin(claim, "Which list?", by=alice)
    with pytest.raises(DatabaseError, match="Cannot delete"):
        thread.delete()


def test_a_comment_is_given_to_nobody_else(alice, bob, claim):
    comments.begin(claim, "Which list?", by=alice)
    with pytest.raises(DatabaseError, match="Cannot update"):
        Comment.objects.update(by=bob)

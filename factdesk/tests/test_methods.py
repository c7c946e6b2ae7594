"""Each address of the desk times each kind of person times each method, by one table.

`test_access` says whose an address is; here stands what may be sent to it. An address that is in
none of the sets, or in two, fails.
"""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.db import transaction
from django.test import Client

from accounts.models import User
from accounts.roles import Role
from accounts.tests.factories import create_desk_admin
from factdesk.tests.test_access import NEEDS, OURS, PEOPLE, Address

pytestmark = pytest.mark.django_db
READING, SENDING, OTHERS = ("GET", "HEAD"), ("POST",), ("PUT", "PATCH", "DELETE")


def names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# To be read.
SHOWN = names(
    """
    accounts:people articles:batch articles:compare_revisions articles:draft_list articles:feeds
    articles:inbox articles:origins articles:outlet_history articles:outlets articles:revisions
    articles:shared_copy articles:source claims:agreement claims:article claims:article_news
    claims:board_csv claims:bulk claims:cell claims:checked_before claims:cluster claims:comments
    claims:comparison claims:completions claims:correction claims:corrections claims:desk_history
    claims:desk_people claims:followed claims:history claims:my_feed claims:note
    claims:notifications claims:open_notification claims:others claims:outlet claims:queue
    claims:queue_csv claims:queue_feed claims:queue_news claims:queue_tabs claims:review
    claims:review_news claims:saved_views claims:search claims:stories claims:story claims:thread
    claims:view_feed claims:view_tabs claims:why_origins claims:workload claims:workload_table
    factdesk:home factdesk:home_news factdesk:status healthz
    """
)
# An act.
SENT = names(
    """
    accounts:reset_keys accounts:restore_keys accounts:zone articles:add_feed articles:add_rule
    articles:cancel_batch articles:check articles:decide articles:discard articles:inbox_undo
    articles:remove_rule articles:restore articles:retry_batch articles:rule_origins
    articles:undo_origins articles:withdraw claims:add_evidence claims:add_reason claims:apply_bulk
    claims:apply_verdict claims:assign_to_me claims:assign_to_nobody claims:back claims:begin_thread
    claims:confirm_attribution claims:decide claims:draft claims:link claims:link_cell claims:mark
    claims:move claims:move_view claims:pin claims:preview_bulk claims:read_notification
    claims:read_notifications claims:release claims:remove claims:remove_comment
    claims:remove_evidence claims:remove_view claims:renew_feeds claims:reopen_figure
    claims:reopen_thread claims:reply claims:resolve_thread claims:restore claims:restore_comment
    claims:restore_evidence claims:restore_view claims:retire_reason claims:review_next
    claims:select claims:settle_correction claims:settle_figure claims:silence claims:skip
    claims:story_rules claims:take claims:undo_assignment claims:undo_attribution claims:undo_away
    claims:undo_bulk claims:undo_cell claims:undo_correction claims:undo_dismissal claims:undo_event
    claims:undo_link claims:undo_opinion claims:undo_silence claims:undo_verdict claims:unlink
    claims:unpin claims:unread_notifications
    """
)
# A form, and what it sends.
ASKED = names(
    """
    accounts:keys accounts:settings articles:columns articles:draft articles:edit_article
    articles:edit_outlet articles:feed articles:import articles:import_files articles:import_urls
    articles:new_version claims:assign claims:attribution claims:away claims:away_for claims:choose
    claims:edit claims:edit_comment claims:edit_story claims:edit_view claims:merge_outlet
    claims:new_story claims:new_view claims:revert claims:switches claims:take_over
    claims:verdict_names
    """
)
# Its own views of accounts, which answer as they see fit.
OF_DJANGO = names(
    """
    accounts:login accounts:logout accounts:new_password accounts:password accounts:reset
    accounts:reset_sent
    """
)
TABLE = {
    **dict.fromkeys(SHOWN, READING),
    **dict.fromkeys(SENT, SENDING),
    **dict.fromkeys(ASKED, READING + SENDING),
}
DESK = [address for address in OURS if address.name in TABLE]


def signed_in(person: User, **how: bool) -> Client:
    client = Client(**how)
    client.force_login(person)
    return client


def status(client: Client, method: str, address: Address) -> int:
    """Nothing stays of what the visit wrote."""
    with transaction.atomic():
        answer = client.generic(method, address.path)
        transaction.set_rollback(True)
    return answer.status_code


def test_every_address_says_what_may_be_sent_to_it():
    sets = (SHOWN, SENT, ASKED, OF_DJANGO)
    assert sum(map(len, sets)) == len(frozenset().union(*sets))
    assert {address.name for address in OURS} == frozenset().union(*sets)


def test_no_other_method_is_answered():
    boss = signed_in(create_desk_admin())
    answered = [
        (address.name, method)
        for address in DESK
        for method in (READING[:1] + SENDING + OTHERS[-1:])
        if method not in TABLE[address.name]
        and status(boss, method, address) != HTTPStatus.METHOD_NOT_ALLOWED
    ]
    assert answered == []


@pytest.mark.parametrize("role", PEOPLE, ids=lambda role: role.name)
def test_each_role_may_send_what_it_may_read_and_nothing_else(role: Role):
    person = signed_in(PEOPLE[role](name="person"))
    forms = [address for address in DESK if address.name in ASKED]
    for method in SENDING + READING[1:]:
        refused = {a.name for a in forms if status(person, method, a) == HTTPStatus.FORBIDDEN}
        assert refused == {name for name in ASKED if role < NEEDS[name]}


def test_anonymous_people_can_send_nothing():
    sent = [address for address in DESK if address.name in SENT | ASKED]
    answers = {Client().post(address.path).headers.get("Location", "")[:13] for address in sent}
    assert answers == {"/login/?next="}


def test_what_comes_from_another_site_is_refused():
    boss = signed_in(create_desk_admin(), enforce_csrf_checks=True)
    sent = [address for address in DESK if address.name in SENT | ASKED]
    taken = [a.name for a in sent if status(boss, "POST", a) != HTTPStatus.FORBIDDEN]
    assert taken == []

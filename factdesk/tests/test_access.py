"""Each address of the desk times each kind of person: who gets in, who is sent away, and how.

An address without an entry fails, so nothing opens without somebody having said for whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.converters import IntConverter, StringConverter

from accounts.models import User
from accounts.roles import Role
from accounts.tests.factories import (
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)

pytestmark = pytest.mark.django_db
PUBLIC = {
    "healthz",
    "accounts:login",
    "accounts:logout",
    "accounts:reset",
    "accounts:reset_sent",
    "accounts:new_password",
    "claims:queue_feed",
    "claims:view_feed",
}
NEEDS = {
    "accounts:password": Role.REPORTER,
    "accounts:settings": Role.REPORTER,
    "accounts:zone": Role.REPORTER,
    "articles:add_feed": Role.DESK_ADMIN,
    "articles:add_rule": Role.DESK_ADMIN,
    "articles:batch": Role.REPORTER,
    "articles:cancel_batch": Role.REPORTER,
    "articles:check": Role.REPORTER,
    "articles:compare_revisions": Role.REPORTER,
    "articles:decide": Role.REPORTER,
    "articles:columns": Role.REPORTER,
    "articles:discard": Role.REPORTER,
    "articles:draft": Role.REPORTER,
    "articles:draft_list": Role.REPORTER,
    "articles:edit_article": Role.REPORTER,
    "articles:edit_outlet": Role.DESK_ADMIN,
    "articles:feed": Role.DESK_ADMIN,
    "articles:feeds": Role.REPORTER,
    "articles:import": Role.REPORTER,
    "articles:import_files": Role.REPORTER,
    "articles:new_version": Role.REPORTER,
    "articles:import_urls": Role.REPORTER,
    "articles:inbox": Role.REPORTER,
    "articles:inbox_undo": Role.REPORTER,
    "articles:outlet_history": Role.REPORTER,
    "articles:outlets": Role.REPORTER,
    "articles:remove_rule": Role.DESK_ADMIN,
    "articles:retry_batch": Role.REPORTER,
    "articles:restore": Role.REPORTER,
    "articles:revisions": Role.REPORTER,
    "articles:origins": Role.REPORTER,
    "articles:rule_origins": Role.REVIEWER,
    "articles:shared_copy": Role.REPORTER,
    "articles:undo_origins": Role.REVIEWER,
    "articles:source": Role.REPORTER,
    "articles:withdraw": Role.REVIEWER,
    "claims:add_evidence": Role.REVIEWER,
    "claims:agreement": Role.REVIEWER,
    "claims:add_reason": Role.DESK_ADMIN,
    "claims:apply_bulk": Role.REVIEWER,
    "claims:apply_verdict": Role.REVIEWER,
    "claims:article": Role.REPORTER,
    "claims:assign": Role.REVIEWER,
    "claims:assign_to_me": Role.REVIEWER,
    "claims:assign_to_nobody": Role.REVIEWER,
    "claims:away": Role.REVIEWER,
    "claims:away_for": Role.DESK_ADMIN,
    "claims:back": Role.REVIEWER,
    "claims:board_csv": Role.REPORTER,
    "claims:bulk": Role.REPORTER,
    "claims:cell": Role.REPORTER,
    "claims:attribution": Role.REPORTER,
    "claims:checked_before": Role.REPORTER,
    "claims:choose": Role.REVIEWER,
    "claims:cluster": Role.REPORTER,
    "claims:confirm_attribution": Role.REPORTER,
    "claims:comparison": Role.REPORTER,
    "claims:completions": Role.REPORTER,
    "claims:correction": Role.REPORTER,
    "claims:corrections": Role.REPORTER,
    "claims:decide": Role.REVIEWER,
    "claims:desk_people": Role.DESK_ADMIN,
    "claims:desk_history": Role.REPORTER,
    "claims:draft": Role.REVIEWER,
    "claims:edit": Role.REPORTER,
    "claims:edit_story": Role.REPORTER,
    "claims:edit_view": Role.REPORTER,
    "claims:followed": Role.REPORTER,
    "claims:history": Role.REPORTER,
    "claims:link": Role.REPORTER,
    "claims:link_cell": Role.REPORTER,
    "claims:mark": Role.REPORTER,
    "claims:move": Role.REPORTER,
    "claims:move_view": Role.REPORTER,
    "claims:my_feed": Role.REPORTER,
    "claims:merge_outlet": Role.DESK_ADMIN,
    "claims:outlet": Role.REPORTER,
    "claims:new_story": Role.REPORTER,
    "claims:new_view": Role.REPORTER,
    "claims:note": Role.REPORTER,
    "claims:others": Role.REPORTER,
    "claims:preview_bulk": Role.REVIEWER,
    "claims:pin": Role.REVIEWER,
    "claims:queue": Role.REPORTER,
    "claims:queue_csv": Role.REPORTER,
    "claims:queue_tabs": Role.REPORTER,
    "claims:release": Role.REVIEWER,
    "claims:renew_feeds": Role.REPORTER,
    "claims:remove": Role.REPORTER,
    "claims:remove_evidence": Role.REVIEWER,
    "claims:remove_view": Role.REPORTER,
    "claims:reopen_figure": Role.REVIEWER,
    "claims:restore": Role.REPORTER,
    "claims:restore_evidence": Role.REVIEWER,
    "claims:restore_view": Role.REPORTER,
    "claims:retire_reason": Role.DESK_ADMIN,
    "claims:revert": Role.DESK_ADMIN,
    "claims:review": Role.REPORTER,
    "claims:review_next": Role.REVIEWER,
    "claims:saved_views": Role.REPORTER,
    "claims:search": Role.REPORTER,
    "claims:select": Role.REVIEWER,
    "claims:settle_correction": Role.REVIEWER,
    "claims:settle_figure": Role.REVIEWER,
    "claims:silence": Role.REPORTER,
    "claims:skip": Role.REVIEWER,
    "claims:stories": Role.REPORTER,
    "claims:story": Role.REPORTER,
    "claims:story_rules": Role.DESK_ADMIN,
    "claims:take": Role.REVIEWER,
    "claims:undo_bulk": Role.REVIEWER,
    "claims:take_over": Role.REVIEWER,
    "claims:undo_assignment": Role.REVIEWER,
    "claims:undo_away": Role.REVIEWER,
    "claims:undo_cell": Role.REPORTER,
    "claims:undo_attribution": Role.REPORTER,
    "claims:undo_correction": Role.REVIEWER,
    "claims:undo_dismissal": Role.REPORTER,
    "claims:undo_event": Role.REPORTER,
    "claims:undo_link": Role.REPORTER,
    "claims:undo_opinion": Role.REVIEWER,
    "claims:undo_silence": Role.REPORTER,
    "claims:undo_verdict": Role.REVIEWER,
    "claims:unlink": Role.REPORTER,
    "claims:view_tabs": Role.REPORTER,
    "claims:unpin": Role.REVIEWER,
    "claims:verdict_names": Role.DESK_ADMIN,
    "claims:why_origins": Role.REPORTER,
    "claims:notifications": Role.REPORTER,
    "claims:open_notification": Role.REPORTER,
    "claims:read_notification": Role.REPORTER,
    "claims:read_notifications": Role.REPORTER,
    "claims:unread_notifications": Role.REPORTER,
    "accounts:people": Role.REPORTER,
    "accounts:keys": Role.REPORTER,
    "accounts:reset_keys": Role.REPORTER,
    "accounts:restore_keys": Role.REPORTER,
    "claims:begin_thread": Role.REPORTER,
    "claims:comments": Role.REPORTER,
    "claims:edit_comment": Role.REPORTER,
    "claims:remove_comment": Role.REPORTER,
    "claims:reopen_thread": Role.REPORTER,
    "claims:reply": Role.REPORTER,
    "claims:resolve_thread": Role.REPORTER,
    "claims:restore_comment": Role.REPORTER,
    "claims:thread": Role.REPORTER,
    "claims:switches": Role.REPORTER,
    "claims:article_news": Role.REPORTER,
    "claims:queue_news": Role.REPORTER,
    "claims:review_news": Role.REPORTER,
    "claims:workload": Role.REVIEWER,
    "claims:workload_table": Role.REVIEWER,
    "factdesk:home_news": Role.REPORTER,
    "factdesk:home": Role.REPORTER,
    "factdesk:status": Role.REPORTER,
}
PEOPLE = {
    Role.STRANGER: create_user,
    Role.REPORTER: create_reporter,
    Role.REVIEWER: create_reviewer,
    Role.DESK_ADMIN: create_desk_admin,
}


@dataclass(frozen=True)
class Address:
    name: str
    pattern: URLPattern

    @property
    def path(self) -> str:
        """With an object that is not there where the address names one."""
        parts = self.pattern.pattern.converters or self.pattern.pattern.regex.groupindex
        return reverse(self.name, kwargs={part: example(parts[part]) for part in parts})


def example(converter: object) -> str:
    if isinstance(converter, IntConverter):
        return "999999"
    return "none" if isinstance(converter, StringConverter) else "articles"


def addresses(patterns: list | None = None, namespace: str = "") -> Iterator[Address]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, inner)
        elif pattern.name or not namespace.startswith("admin:"):  # the admin's catch-all has none
            yield Address(f"{namespace}{pattern.name}", pattern)


ALL = list(addresses())
OURS = [address for address in ALL if not address.name.startswith("admin:")]
ADMIN = [address for address in ALL if address.name.startswith("admin:")]


def ask(client: Client, address: Address):
    """GET, or POST where that is the only way in."""
    response = client.get(address.path)
    return client.post(address.path) if response.status_code == 405 else response


def test_every_address_says_who_may_enter():
    assert {address.name for address in OURS} == PUBLIC | NEEDS.keys()


def test_the_view_asks_for_the_role_that_the_table_names():
    asked = {a.name: a.pattern.callback.required_role for a in OURS if a.name in NEEDS}
    assert asked == NEEDS


def test_anonymous_people_come_to_the_login_and_nowhere_else():
    sent = {address.name: ask(Client(), address).headers.get("Location", "") for address in OURS}
    assert {name for name, to in sent.items() if to.startswith("/login/?next=")} == NEEDS.keys()


@pytest.mark.parametrize("role", PEOPLE, ids=lambda role: role.name)
def test_each_role_enters_where_it_may_and_only_there(role):
    person = PEOPLE[role](name="person")
    refused = {address.name for address in OURS if not enters(person, address)}
    assert refused == {name for name, needed in NEEDS.items() if role < needed}


def enters(person: User, address: Address) -> bool:
    """In a browser of its own, and nothing stays of what the visit wrote."""
    client = Client()
    with transaction.atomic():
        client.force_login(person)
        status = ask(client, address).status_code
        transaction.set_rollback(True)
    return status != 403


def test_the_admin_sends_anonymous_people_to_the_login(client):
    last = {a.name: client.get(a.path, follow=True).redirect_chain[-1:] for a in ADMIN}
    inside = [name for name, to in last.items() if not (to and to[0][0].startswith("/login/"))]
    assert inside == []


@pytest.mark.parametrize("role", [Role.STRANGER, Role.REPORTER, Role.REVIEWER])
def test_the_admin_refuses_all_but_desk_admins(client, role):
    client.force_login(PEOPLE[role](name="person"))
    opened = [a.name for a in ADMIN if client.get(a.path, follow=True).status_code != 403]
    assert opened == []


def test_the_admin_lets_desk_admins_in(client):
    client.force_login(create_desk_admin())
    lists = [a for a in ADMIN if a.name.endswith(("_changelist", ":index"))]
    assert {client.get(address.path).status_code for address in lists} == {200}


def test_a_page_that_is_not_there_is_not_there_for_anybody(client):
    assert client.get("/nowhere/").status_code == 404
    client.force_login(create_reporter())
    page = client.get("/nowhere/")
    assert page.status_code == 404
    assert "Nothing has this address." in page.content.decode()

"""Django's admin: for desk admins, for every model, and no way around the desk's services."""

from __future__ import annotations

import pytest
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts import people
from accounts.administration import ReadOnlyAdmin
from accounts.models import User
from accounts.tests.factories import (
    PASSWORD,
    create_desk_admin,
    create_reporter,
    create_reviewer,
    create_user,
)
from articles.models import Draft, Outlet, OutletDomain, OutletEvent, Story
from articles.tests.factories import create_outlet, create_story
from claims.models import Claim, Event, RationaleDraft, Verdict
from factdesk.tests.factories import create_busy_desk

pytestmark = pytest.mark.django_db
OURS = [
    model
    for app in ("accounts", "articles", "claims")
    for model in apps.get_app_config(app).get_models()
]
REGISTERED = sorted(admin.site._registry, key=lambda model: model._meta.label)
READ_ONLY = [
    model for model in REGISTERED if isinstance(admin.site._registry[model], ReadOnlyAdmin)
]
WRITTEN_HERE = {User, Outlet, OutletDomain, Story}


# Of the form of an account.
READING = {"theme": "system", "density": "compact", "digest": "daily"}


def url(model, page: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def label(model) -> str:
    return model._meta.label


@pytest.fixture
def boss(client):
    boss = create_desk_admin(name="boss")
    client.force_login(boss)
    return boss


def test_every_model_of_the_desk_is_in_the_admin():
    assert [label(model) for model in OURS if model not in REGISTERED] == []


def test_services_own_every_write_but_those_to_accounts_outlets_and_stories():
    assert {model for model in OURS if model not in READ_ONLY} == WRITTEN_HERE


def test_only_desk_admins_enter(client):
    create_outlet()
    for person, answer in [
        (create_user(), 403),
        (create_reporter(), 403),
        (create_reviewer(is_staff=True), 403),
        (create_desk_admin(is_active=False), 302),
        (create_desk_admin(), 200),
        (create_user(is_superuser=True), 200),
    ]:
        client.force_login(person)
        assert client.get("/admin/", follow=answer == 403).status_code == answer
        assert client.get(url(Outlet, "changelist"), follow=answer == 403).status_code == answer


def test_the_admin_has_no_door_of_its_own(client):
    create_desk_admin(name="boss")
    sent = client.get("/admin/", follow=True)
    assert sent.redirect_chain[-1][0] == "/login/?next=/admin/"
    assert (
        client.post("/admin/login/", {"username": "boss", "password": PASSWORD}).status_code == 302
    )
    assert client.get("/admin/").status_code == 302


def test_each_list_costs_the_same_queries_for_many_rows(client, boss):
    create_busy_desk(1)
    first = {label(model): queries_for(client, model) for model in REGISTERED}
    create_busy_desk(3)
    assert {label(model): queries_for(client, model) for model in REGISTERED} == first


def queries_for(client, model) -> int:
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url(model, "changelist"), {"q": ""})
    assert response.status_code == 200, label(model)
    return len(captured)


def test_each_row_can_be_found_and_opened(client, boss):
    create_busy_desk()
    for model in REGISTERED:
        found = client.get(url(model, "changelist"), {"q": "ferry"})
        assert found.status_code == 200, label(model)
        for row in model._default_manager.all()[:1]:
            assert client.get(url(model, "change", row.pk)).status_code == 200, label(model)


def test_what_services_own_cannot_be_added_or_changed_here(client, boss):
    create_busy_desk()
    client.get("/admin/")
    for model in READ_ONLY:
        assert client.get(url(model, "add")).status_code == 403, label(model)
        assert client.post(url(model, "add"), {}).status_code == 403, label(model)
        for row in model._default_manager.all()[:1]:
            change = url(model, "change", row.pk)
            assert 'name="_save"' not in client.get(change).content.decode(), label(model)
            assert client.post(change, {"status": "verified"}).status_code == 403, label(model)


def test_nothing_that_history_names_can_be_deleted_one_by_one_or_in_bulk(client, boss):
    create_busy_desk()
    for model in set(REGISTERED) - {AccessAttempt}:
        rows = list(model._default_manager.values_list("pk", flat=True))
        bulk = {"action": "delete_selected", "_selected_action": rows, "post": "yes"}
        client.post(url(model, "changelist"), bulk)
        deleted = [client.post(url(model, "delete", row), {"post": "yes"}) for row in rows]
        assert {answer.status_code for answer in deleted} <= {403}, label(model)
        assert model._default_manager.filter(pk__in=rows).count() == len(rows), label(model)


@pytest.mark.parametrize("model", [Draft, RationaleDraft], ids=label)
def test_drafts_are_their_owners_alone(client, boss, model):
    create_busy_desk()
    page = client.get(url(model, "change", model.objects.get().pk)).content.decode()
    assert "Ask the harbour." not in page
    assert "Words of a draft" not in page


def test_a_desk_admin_makes_an_account_with_a_role(client, boss):
    reporter = create_reporter().groups.get()
    typed = {"username": "nora", "email": "nora@desk.example", "groups": [reporter.pk]}
    secret = {"password1": PASSWORD, "password2": PASSWORD}
    client.post(url(User, "add"), {**typed, **secret})
    nora = User.objects.get(username="nora")
    assert nora.is_member
    assert not nora.is_reviewer
    assert nora.check_password(PASSWORD)


def test_a_desk_admin_makes_a_team_and_names_it_otherwise(client, boss):
    client.post(url(Group, "add"), {"name": "Night desk"})
    night = Group.objects.get(name="Night desk")
    assert list(people.teams()) == [night]
    client.post(url(Group, "change", night.pk), {"name": "Late desk"})
    assert [team.name for team in people.teams()] == ["Late desk"]
    role = boss.groups.get()
    assert client.post(url(Group, "change", role.pk), {"name": "boss"}).status_code == 403
    assert boss.groups.get() == role


def test_a_desk_admin_changes_a_role_and_puts_an_account_out_of_use(client, boss):
    alice = create_reporter(name="alice")
    reviewer = create_reviewer().groups.get()
    typed = {"username": "alice", "groups": [reviewer.pk], **READING}
    response = client.post(url(User, "change", alice.pk), typed)
    assert response.status_code == 302
    alice = User.objects.get(pk=alice.pk)
    assert alice.is_reviewer
    assert not alice.is_active


def test_nobody_becomes_a_superuser_through_the_admin(client, boss):
    alice = create_reporter(name="alice")
    typed = {"username": "alice", **READING, "is_active": "on"}
    typed |= {"is_superuser": "on", "is_staff": "on"}
    assert client.post(url(User, "change", alice.pk), typed).status_code == 302
    alice.refresh_from_db()
    assert not alice.is_superuser


def parts(*, domains: int = 0, names: int = 0) -> dict[str, int]:
    """How many parts of an outlet a form of the admin says it has."""
    counts = {"domains": domains, "names": names}
    return {f"{name}-INITIAL_FORMS": 0 for name in counts} | {
        f"{name}-TOTAL_FORMS": count for name, count in counts.items()
    }


def test_a_desk_admin_adds_an_outlet_with_its_domains(client, boss):
    typed = {
        "name": "Selwick Courier",
        "zone": "Europe/London",
        "domains-0-domain": " Courier.EXAMPLE.",
        "names-0-name": "Courier of Selwick",
    }
    management = parts(domains=1, names=1)
    client.post(url(Outlet, "add"), {**typed, **management})
    outlet = Outlet.objects.get(name="Selwick Courier")
    assert outlet.slug == "selwick-courier"
    assert outlet.domains.get().domain == "courier.example"
    assert outlet.names.get().name == "Courier of Selwick"


def test_what_a_desk_admin_changes_here_is_in_the_outlets_history_too(client, boss):
    outlet, other = create_outlet(name="Selwick Courier"), create_outlet(name="Northline")
    typed = {"name": "Selwick Courier", "owner": "Quay Press", **parts()}
    client.post(url(Outlet, "change", outlet.pk), typed)
    domain = OutletDomain.objects.create(outlet=outlet, domain="courier.example")
    moved = {"domain": "courier.example", "outlet": other.pk}
    client.post(url(OutletDomain, "change", domain.pk), moved)
    told = [
        (e.outlet, e.field, e.before, e.after, e.by) for e in OutletEvent.objects.order_by("pk")
    ]
    assert told[0] == (outlet, "owner", "", "Quay Press", boss)
    assert {(row[0], *row[2:4]) for row in told[1:]} == {
        (outlet, "courier.example", ""),
        (other, "", "courier.example"),
    }


def test_a_second_outlet_of_one_name_is_refused_in_words(client, boss):
    create_outlet(name="Selwick Courier")
    management = parts()
    page = client.post(url(Outlet, "add"), {"name": "selwick courier", **management})
    assert "An outlet of this name exists already." in page.content.decode()


def test_a_desk_admin_opens_a_story_and_stands_as_its_maker(client, boss):
    client.post(url(Story, "add"), {"title": "Ferry aground", "summary": ""})
    story = Story.objects.get()
    assert (story.slug, story.created_by) == ("ferry-aground", boss)


def test_a_renamed_story_keeps_its_maker(client, boss):
    story = create_story()
    maker = story.created_by
    client.post(url(Story, "change", story.pk), {"title": "Ferry afloat", "summary": ""})
    story.refresh_from_db()
    assert (story.title, story.created_by) == ("Ferry afloat", maker)


def test_ending_a_pause_lets_the_name_try_again(client, boss):
    create_busy_desk()
    row = AccessAttempt.objects.get()
    client.post(url(AccessAttempt, "delete", row.pk), {"post": "yes"})
    assert not AccessAttempt.objects.exists()


def test_the_admin_leads_to_the_desks_own_password_page(client, boss):
    assert client.get("/admin/password_change/")["Location"] == "/settings/password/"


def test_history_and_verdicts_are_there_to_read(client, boss):
    create_busy_desk()
    for model in (Event, Verdict, Claim):
        assert "241 people on board" in client.get(url(model, "changelist")).content.decode()

"""The database refuses what no outlet, name or history of one can be."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from accounts.tests.factories import create_desk_admin
from articles import countries
from articles.models import Outlet, OutletEvent, OutletName
from articles.tests.factories import create_outlet

pytestmark = pytest.mark.django_db


def create_event(**fields: object) -> OutletEvent:
    fields = {"outlet": create_outlet(), "kind": "edited", "at": timezone.now(), **fields}
    return OutletEvent.objects.create(by=create_desk_admin(), **fields)


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("outlet_country_form", {"country": "ie"}),
        ("outlet_language_form", {"language": "english"}),
        ("outlet_language_form", {"language": "en_GB"}),
    ],
)
def test_country_and_language_are_codes(constraint, wrong):
    with pytest.raises(IntegrityError, match=constraint):
        create_outlet(**wrong)


@pytest.mark.parametrize(
    ("constraint", "name"),
    [("outlet_other_name_unique", "THE LINE"), ("outlet_other_name_given", "")],
)
def test_another_name_is_given_and_of_one_outlet(constraint, name):
    OutletName.objects.create(outlet=create_outlet(), name="The Line")
    with pytest.raises(IntegrityError, match=constraint):
        OutletName.objects.create(outlet=create_outlet(), name=name)


@pytest.mark.parametrize(
    ("constraint", "wrong"),
    [
        ("outlet_event_kind_known", {"kind": "split"}),
        ("outlet_event_merged_has_a_reason", {"kind": "merged", "before": "ledger"}),
    ],
)
def test_an_event_is_of_a_known_kind_and_a_merge_has_a_reason(constraint, wrong):
    with pytest.raises(IntegrityError, match=constraint):
        create_event(**wrong)


def test_an_event_only_changes_hands():
    event, other = create_event(field="owner", after="Quay Press"), create_outlet()
    for change in ({"after": "Nobody"}, {"at": timezone.now()}, {"reason": "Why not."}):
        with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
            OutletEvent.objects.filter(pk=event.pk).update(**change)
    with pytest.raises(DatabaseError, match="Cannot delete"), transaction.atomic():
        OutletEvent.objects.filter(pk=event.pk).delete()
    OutletEvent.objects.filter(pk=event.pk).update(outlet=other)
    assert other.events.get().after == "Quay Press"


def test_every_country_has_a_code_that_the_database_takes():
    codes = dict(countries.choices())
    assert len(codes) > 240
    assert codes["IE"] == "Ireland"
    outlets = Outlet.objects.bulk_create(
        Outlet(name=code, slug=code.lower(), country=code) for code in codes
    )
    assert len(outlets) == len(codes)
    assert countries.name_of("XX") == "XX"

"""Addresses made from one pattern are those that Django reverses."""

from __future__ import annotations

import pytest
from django.urls import NoReverseMatch, path, reverse
from hypothesis import given
from hypothesis import strategies as st

from web.addresses import address

urlpatterns = [
    path("one/{brace}/<int:key>/", lambda request: None, name="one"),
    path("two/<int:first>/of/<int:second>/", lambda request: None, name="two"),
]


@pytest.mark.urls(__name__)
@given(st.integers(0, 2**63), st.integers(0, 2**63))
def test_an_address_is_as_reverse_makes_it(first, second):
    assert address("one", first) == reverse("one", args=[first])
    assert address("two", first, second) == reverse("two", args=[first, second])


def test_a_name_that_leads_nowhere_is_told():
    with pytest.raises(NoReverseMatch):
        address("claims:nowhere", 1)

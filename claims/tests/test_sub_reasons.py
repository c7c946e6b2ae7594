"""Asking the queue for the reason that a verdict was given for."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_desk_admin, create_reviewer
from claims import house_names, verdicts
from claims import search as searches
from claims.completions import complete
from claims.models import Claim, SubReason
from claims.states import VerdictStatus
from claims.tests.factories import create_claim, create_claims

pytestmark = pytest.mark.django_db
DISPUTED, UNRESOLVED = VerdictStatus.DISPUTED, VerdictStatus.UNRESOLVED
URL = reverse("claims:queue")


@pytest.fixture
def alice(client):
    alice = create_reviewer(name="alice")
    client.force_login(alice)
    return alice


def create_reason(words: str = "Figure wrong", status: VerdictStatus = DISPUTED) -> SubReason:
    return house_names.add_reason(status, words, by=create_desk_admin())


def decide(claim: Claim, reason: SubReason | None, *, by) -> Claim:
    why = {"rationale": "The harbour log names another figure.", "seen_version": claim.version}
    key, status = (reason.pk, reason.status) if reason else (None, DISPUTED)
    verdicts.decide(claim, status=VerdictStatus(status), sub_reason=key, by=by, **why)
    return claim


def found(text: str) -> set[Claim]:
    return set(searches.claims_of(searches.ask(text)))


def complaints(text: str) -> list[str]:
    return [one.sentence for one in searches.ask(text).complaints]


def test_claims_are_found_by_the_reason_of_the_verdict_that_stands(alice):
    wrong, also, old, without, waits = create_claims(5)
    reason, other = create_reason(), create_reason("Too old")
    decide(wrong, reason, by=alice)
    decide(also, create_reason("figure wrong", UNRESOLVED), by=alice)
    decide(old, other, by=alice)
    decide(without, None, by=alice)
    assert found('reason:"FIGURE wrong"') == {wrong, also}
    assert found('reason:"figure wrong" reason:"too old"') == {wrong, also, old}
    assert found('reason:"figure wrong" status:disputed') == {wrong}
    assert found("reason:none") == {without}
    assert found('-reason:"figure wrong"') == {old, without, waits}


def test_a_retired_reason_is_found_but_not_offered(alice):
    claim, reason = create_claim(), create_reason()
    decide(claim, reason, by=alice)
    house_names.retire(reason, by=create_desk_admin())
    assert found('reason:"figure wrong"') == {claim}
    assert [one.text for one in complete("reason:")] == ["reason:none"]


def test_a_reason_is_completed_by_any_part_of_its_words(alice):
    create_reason('So called "experts" only')
    (one,) = complete("fog reason:expert")
    assert one.text == 'fog reason:"So called experts only"'
    assert complaints(one.text) == []


def test_what_is_no_reason_of_the_desk_is_said_with_what_was_perhaps_meant(alice):
    assert complaints("reason:typo") == ["“typo” is not a reason of this desk and was left out."]
    create_reason(), create_reason("Too old")
    (complaint,) = searches.ask('reason:"figure wring"').complaints
    assert complaint.sentence.endswith("The reasons are Figure wrong and Too old.")
    assert complaint.instead == 'reason:"figure wrong"'


def test_the_form_offers_the_reasons_of_decided_claims(client, alice):
    claim, reason = create_claim(), create_reason()
    assert 'name="reason"' not in client.get(URL).content.decode()
    assert '<option value="Figure wrong">' in client.get(f"{URL}?view=decided").content.decode()
    sent = client.get(f"{URL}?view=decided&was=&q=&reason=Figure+wrong")
    assert sent["Location"] == f"{URL}?q=reason%3A%22Figure+wrong%22&view=decided"
    decide(claim, reason, by=alice)
    house_names.retire(reason, by=create_desk_admin())
    html = client.get(sent["Location"]).content.decode()
    assert '<option value="Figure wrong" selected>' in html
    assert f'id="claim-{claim.pk}"' in html


def test_the_form_ignores_what_is_no_reason(client, alice):
    create_reason()
    sent = client.get(f"{URL}?view=decided&was=&q=&reason=gossip")
    assert sent["Location"] == f"{URL}?view=decided"


def test_the_next_claim_to_review_is_of_no_reason(client, alice):
    decide(create_claim(), create_reason(), by=alice)
    waits = create_claim()
    address = reverse("claims:review_next") + "?view=decided&q=reason:%22figure+wrong%22"
    assert waits.get_absolute_url() in client.post(address)["Location"]


def test_reasons_cost_no_question_of_their_own(alice, django_assert_num_queries):
    create_reason()
    with django_assert_num_queries(0):
        assert complaints('reason:"figure wrong" -reason:none') == []
        complete("reason:fig")

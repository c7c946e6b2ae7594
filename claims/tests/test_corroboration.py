"""Outlets and independent origins, wherever claims, points and verdicts are shown."""

from __future__ import annotations

import pytest
from django.urls import reverse

from accounts.tests.factories import create_reviewer, create_user
from articles import origins
from articles.tests.copied import EDITED, OWN, WIRE
from articles.tests.factories import create_article, create_outlet, create_story
from claims.models import Claim
from claims.states import LinkKind, VerdictStatus
from claims.tests.factories import create_claim, create_link, create_verdict

pytestmark = pytest.mark.django_db
TEXTS = {
    "wire": (WIRE, "All 241 people"),
    "edited": (EDITED, "All 241 passengers"),
    "own": (OWN, "one of 241"),
}
COUNTED = "2 outlets · 1 independent origin"


@pytest.fixture
def alice(client):
    person = create_reviewer()
    client.force_login(person)
    return person


def create_told(*names: str, kind: LinkKind = LinkKind.SAME) -> list[Claim]:
    """A claim in each of these texts of one story, the others linked to the first."""
    story = create_story()
    made = []
    for name in names:
        text, quote = TEXTS[name]
        outlet = create_outlet(name=f"The {name}", slug=name)
        made.append(
            create_claim(quote=quote, article=create_article(text=text, story=story, outlet=outlet))
        )
    for other in made[1:]:
        create_link(made[0], other, kind=kind)
    return [Claim.objects.get(pk=claim.pk) for claim in made]


def backing(claim: Claim) -> tuple[int, int, int]:
    one = Claim.objects.for_list().get(pk=claim.pk)
    assert Claim.objects.get(pk=claim.pk).backing == one.backing
    return one.outlets, one.origins, one.backing


def test_copies_count_once():
    wire, _, _ = create_told("wire", "edited", "own")
    assert backing(wire) == (3, 2, 2)
    assert backing(create_claim()) == (0, 0, 1)


def test_what_contradicts_backs_nothing():
    wire, own = create_told("wire", "own", kind=LinkKind.CONTRADICTS)
    assert backing(wire) == (2, 2, 1)
    assert backing(own) == (2, 2, 1)


def pages(claim: Claim) -> dict[str, str]:
    """Every page that shows the claim's status."""
    return {
        "queue": reverse("claims:queue") + "?view=decided",
        "review": claim.get_absolute_url(),
        "reading": claim.article.get_absolute_url(),
        "panel": reverse("claims:others", args=[claim.pk]),
        "board": claim.story.get_absolute_url(),
        "csv": reverse("claims:board_csv", args=[claim.story.slug]),
        "search": reverse("claims:search") + "?q=241&in=claims",
        "cluster": reverse("claims:cluster", args=[claim.cluster_id]),
    }


def read(client, url: str) -> str:
    response = client.get(url)
    return b"".join(response).decode() if response.streaming else response.content.decode()


def test_verified_with_one_origin_is_shown_as_single_origin_everywhere(client, alice):
    wire, _ = create_told("wire", "edited")
    create_verdict(wire, by=alice, status=VerdictStatus.VERIFIED)
    shown = {name: read(client, url) for name, url in pages(wire).items()}
    assert [name for name, html in shown.items() if "single origin" not in html] == []


def test_verified_with_two_origins_is_not(client, alice):
    wire, _, own = create_told("wire", "edited", "own")
    create_verdict(wire, by=alice, status=VerdictStatus.VERIFIED)
    shown = {name: read(client, url) for name, url in pages(wire).items()}
    assert [name for name, html in shown.items() if "single origin" in html] == []
    links = reverse("claims:review", args=[own.pk])
    assert "Verified<" in read(client, links)


def test_the_other_side_of_a_link_says_it_too(client, alice):
    wire, edited = create_told("wire", "edited")
    create_verdict(wire, by=alice, status=VerdictStatus.VERIFIED)
    for url in (edited.get_absolute_url(), reverse("claims:others", args=[edited.pk])):
        assert "Verified, single origin" in read(client, url)


def test_outlets_and_origins_stand_with_claims_and_points(client, alice):
    wire, _ = create_told("wire", "edited")
    for name in ("queue", "review", "reading", "board", "cluster"):
        url = pages(wire)[name].replace("?view=decided", "")
        assert COUNTED in read(client, url)
    assert "Independent origins" in read(client, pages(wire)["csv"])


def test_a_page_says_why(client, alice):
    wire, edited, own = create_told("wire", "edited", "own")
    url = reverse("claims:why_origins", args=[wire.cluster_id])
    html = read(client, url)
    assert "3 outlets · 2 independent origins" in html
    assert "which had them first" in html
    assert reverse("articles:shared_copy", args=[wire.article_id, edited.article_id]) in html
    assert url in read(client, own.get_absolute_url())


def test_a_page_says_what_people_said_of_its_origins(client, alice):
    wire, own = create_told("wire", "own")
    articles = [wire.article_id, own.article_id]
    event = origins.join(wire.story, articles, reason="One press release.", by=alice)
    url = reverse("claims:why_origins", args=[wire.cluster_id])
    html = read(client, url)
    assert "2 outlets · 1 independent origin" in html
    assert "One press release." in html
    origins.undo(event, by=alice)
    assert "One press release." not in read(client, url)


def test_the_page_is_for_members_and_only_read(client, alice):
    (wire, _) = create_told("wire", "edited")
    url = reverse("claims:why_origins", args=[wire.cluster_id])
    assert client.post(url).status_code == 405
    assert client.get(reverse("claims:why_origins", args=[0])).status_code == 404
    client.force_login(create_user(name="charlie"))
    assert client.get(url).status_code == 403
    client.logout()
    assert client.get(url).status_code == 302

"""Which agency a text credits, and how strongly."""

from __future__ import annotations

import pytest

from articles.agency_credits import find
from articles.models import Article, CreditKind, Outlet

BODY = "The quay was quiet.\n\nA crane stood still over the grain."
LONG = "x" * 300
CREDIT, CONTRIBUTION = CreditKind.CREDIT, CreditKind.CONTRIBUTION


def credits_of(text: str = BODY, *, owner: str = "", registered=(), **details) -> list[tuple]:
    article = Article(outlet=Outlet(name="Selwick Courier", owner=owner), **details)
    found = find(article, text, registered)
    assert all(text[one.start : one.end] == one.words for one in found if one.field == "text")
    return [(one.agency, one.kind, one.field) for one in found]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("SELWICK (Reuters) - " + BODY, "Reuters"),
        ("SELWICK, Nov 19 (AP) — " + BODY, "Associated Press"),
        ("SELWICK – AFP – " + BODY, "Agence France-Presse"),
        ("A headline\n\nSELWICK, Estuary (Xinhua) – " + BODY, "Xinhua"),
        (BODY + "\n\n(AP)", "Associated Press"),
        (BODY + " (dpa)", "Deutsche Presse-Agentur"),
        (BODY + "\n\nSource: Yonhap News Agency", "Yonhap"),
        (BODY + "\n\n— Reuters staff", "Reuters"),
        (BODY + "\n\n© AFP", "Agence France-Presse"),
        (BODY + "\n\nReporting by Reuters; editing by the desk.", "Reuters"),
        ("By The Associated Press\n\n" + BODY, "Associated Press"),
    ],
)
def test_a_text_says_whose_it_is(text, agency):
    assert credits_of(text) == [(agency, CREDIT, "text")]


@pytest.mark.parametrize(
    "text",
    [
        BODY + "\n\nReuters contributed to this report.",
        BODY + "\n\nAssociated Press writer Ida Marsh in Selwick contributed to this report.",
        BODY + "\n\nWith reporting by Reuters.",
        BODY + "\n\nAdditional reporting by the Associated Press",
    ],
)
def test_an_agency_may_have_had_a_part_only(text):
    ((_, kind, _),) = credits_of(text)
    assert kind == CONTRIBUTION


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "The harbour master told Reuters that the quay was shut.\n\n" + BODY,
        BODY + "\n\nThe AP reported on Tuesday that a second crane had fallen into the water.",
        "AP classes fill up in Selwick.\n\n" + BODY,
        "The Reuters building in the capital is for sale, its owner said.",
        BODY + f"\n\nIt was the third time ({LONG}).",
        "The crane (a Reuters photograph showed it) stood still.\n\n" + BODY,
    ],
)
def test_what_a_text_reports_of_an_agency_is_no_credit(text):
    assert credits_of(text) == []


@pytest.mark.parametrize(
    ("details", "found"),
    [
        ({"credit": "Reuters"}, ("Reuters", CREDIT, "credit")),
        ({"credit": "Own reporting with AP"}, ("Associated Press", CONTRIBUTION, "credit")),
        ({"byline": "By Reuters staff"}, ("Reuters", CREDIT, "byline")),
        ({"byline": "Ida Marsh, Associated Press"}, ("Associated Press", CREDIT, "byline")),
        ({"byline": "Ida Marsh | AFP"}, ("Agence France-Presse", CREDIT, "byline")),
        ({"byline": "Staff and Reuters"}, ("Reuters", CONTRIBUTION, "byline")),
        ({"dateline": "SELWICK (Reuters)"}, ("Reuters", CREDIT, "dateline")),
        ({"info_sources": ["Reuters"]}, ("Reuters", CREDIT, "source")),
        ({"owner": "TASS"}, ("TASS", CREDIT, "owner")),
    ],
)
def test_details_say_it_too(details, found):
    assert credits_of(**details) == [found]


def test_a_registered_agency_goes_by_the_name_the_desk_gives_it():
    assert credits_of(BODY + "\n\n(Northline)") == []
    text = "SELWICK, Nov 19 (Northline) — " + BODY
    assert credits_of(text, registered=(("Northline News Agency",) * 2,)) == [
        ("Northline News Agency", CREDIT, "text")
    ]
    ((agency, _, _),) = credits_of(BODY + "\n\n(AP)", registered=(("The AP", "The AP"),))
    assert agency == "The AP"


def test_a_credit_outweighs_a_contribution_and_each_agency_is_told_once():
    text = "SELWICK (Reuters) - " + BODY + "\n\nReuters contributed to this report. AFP\n\n(AFP)"
    assert credits_of(text, byline="Staff and AFP") == [
        ("Reuters", CREDIT, "text"),
        ("Agence France-Presse", CREDIT, "text"),
    ]


def test_an_outlet_does_not_credit_itself():
    assert credits_of("SELWICK (Selwick Courier) — x", registered=(("Selwick Courier",) * 2,)) == []

"""What of a comment becomes a link or a colleague's name, and what stays plain text."""

from __future__ import annotations

import pytest

from accounts.models import User
from claims.comment_words import logins_in, pieces

PEOPLE = {
    "tomas": User(username="tomas", first_name="Tomas", last_name="Brey"),
    "asha@desk.example": User(username="asha@desk.example", first_name="Asha"),
}


def cut(text: str) -> list[str]:
    """Links in <>, calls in []."""
    return [
        f"<{piece.url}>" if piece.url else f"[{piece.text}]" if piece.is_call else piece.text
        for piece in pieces(text, PEOPLE)
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nothing here.", ["Nothing here."]),
        ("See https://port.example/list.", ["See ", "<https://port.example/list>", "."]),
        ("(HTTP://port.example/a_(b))", ["(", "<HTTP://port.example/a_(b)>", ")"]),
        (
            "“https://port.example/?q=1&r=2”, he said",
            ["“", "<https://port.example/?q=1&r=2>", "”, he said"],
        ),
        ("javascript:alert(1) ftp://port.example", ["javascript:alert(1) ftp://port.example"]),
        ("https://", ["https://"]),
        ("https://a.example/\u202egpj.exe", ["<https://a.example/>", "\u202egpj.exe"]),
        (
            "https://a.example\nhttps://b.example",
            ["<https://a.example>", "\n", "<https://b.example>"],
        ),
        ("<b>@tomas</b>", ["<b>", "[@Tomas Brey]", "</b>"]),
        ("@Tomas, look", ["[@Tomas Brey]", ", look"]),
        ("Ask @tomas.", ["Ask ", "[@Tomas Brey]", "."]),
        ("@asha@desk.example knows", ["[@Asha]", " knows"]),
        ("mail tomas@tomas.example or x@tomas", ["mail tomas@tomas.example or x@tomas"]),
        ("@nobody and @", ["@nobody and @"]),
        ("https://site.example/@tomas", ["<https://site.example/@tomas>"]),
    ],
)
def test_addresses_and_members_are_found_and_all_else_is_left(text, shown):
    assert cut(text) == shown
    assert "".join(piece.url or piece.text for piece in pieces(text, {})) == text


def test_who_may_be_called_is_told_in_lower_case():
    assert logins_in("@Tomas. and @asha@desk.example, see https://x.example/@bob") == {
        "tomas",
        "tomas.",
        "asha@desk.example",
    }

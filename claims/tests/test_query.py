"""The language of the search field: what is typed is read, and what is written reads back."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.query import LONGEST, Condition, Query, Words, parse

NAMES = ("outlet", "story", "status", "by", "before", "after")
PIECES = st.sampled_from(
    [
        '"',
        "“",
        "”",
        "-",
        "–",
        ":",
        " ",
        "\n",
        "\0",
        "outlet:",
        "Status:",
        "foo:",
        "//",
        "ferry",
        "É",
    ]
)


def read(text: str) -> Query:
    return parse(text, names=NAMES)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("ferry aground", [Words(text="ferry"), Words(text="aground")]),
        ('"ran  aground"', [Words(text="ran aground", is_phrase=True)]),
        ("“ran aground”", [Words(text="ran aground", is_phrase=True)]),
        ("-fog", [Words(text="fog", is_left_out=True)]),
        ('−"thick fog"', [Words(text="thick fog", is_phrase=True, is_left_out=True)]),
        ("outlet:northline", [Condition(name="outlet", value="northline")]),
        ('OUTLET:"The Northline"', [Condition(name="outlet", value="The Northline")]),
        ("-status:verified", [Condition(name="status", value="verified", is_left_out=True)]),
        ("colour:red", [Condition(name="colour", value="red")]),
        ("outlet: x", [Condition(name="outlet", value=""), Words(text="x")]),
        ("Note: x", [Words(text="Note:"), Words(text="x")]),
        ("6:40 https://port.example/x", [Words(text="6:40"), Words(text="https://port.example/x")]),
        ('"left open', [Words(text="left open", is_phrase=True)]),
        ('ferry"ran aground"', [Words(text="ferry"), Words(text="ran aground", is_phrase=True)]),
        ("four-to-five - -", [Words(text="four-to-five"), Words(text="-"), Words(text="-")]),
        ('"" “ ” \0', []),
    ],
)
def test_what_is_typed_is_read(typed, parts):
    assert list(read(typed).parts) == parts


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
@example("--a")
@example("-outlet:")
@example('outlet:"" x')
@example('by:"a:b"')
@example('by:"//host"')
def test_any_text_is_a_query_and_reads_back(text):
    query = read(text)
    again = read(str(query))
    assert again.parts == query.parts or query.is_cut or len(str(query)) > LONGEST
    assert str(again) == str(query) or len(str(query)) > LONGEST


@given(st.text())
def test_no_letter_or_figure_gets_lost(text):
    kept = "".join(c for c in str(read(text[:LONGEST])).lower() if c.isalnum())
    assert kept == "".join(c for c in text[:LONGEST].lower() if c.isalnum())


def test_words_and_conditions_are_told_apart_and_keep_their_order():
    query = read('ferry outlet:northline "ran aground" -fog')
    assert list(map(str, query.words)) == ["ferry", '"ran aground"', "-fog"]
    assert list(map(str, query.conditions)) == ["outlet:northline"]
    assert str(query) == 'ferry outlet:northline "ran aground" -fog'


@pytest.mark.parametrize(
    ("text", "is_unclosed"),
    [
        ('"car ferry', True),
        ('ferry "', True),
        ('outlet:"Harbour Po', True),
        ("“car ferry” « aground", True),
        ('"car ferry"', False),
        ('"car" ferry', False),
        ("ferry", False),
        ("", False),
    ],
)
def test_a_quotation_without_an_end_is_told(text, is_unclosed):
    assert read(text).is_unclosed == is_unclosed


def test_what_is_too_long_is_cut_and_says_so():
    query = read("ferry " * 100)
    assert query.is_cut
    assert len(str(query)) <= LONGEST
    assert not read("ferry").is_cut
    assert not read("")


def test_one_part_can_be_put_right_and_the_rest_stays():
    query = read('ferry outlet:nortline "ran aground"')
    right = Condition(name="outlet", value="northline")
    assert str(query.with_instead(query.conditions[0], right)) == (
        'ferry outlet:northline "ran aground"'
    )

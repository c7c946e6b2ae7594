"""When two names mean one source, and where chains end."""

from __future__ import annotations

import pytest

from matching import chain_words, is_named, read_chain, same_root, shared_root, trace

ONE = [
    ("Velta", "the Velta agency"),
    ("Velta News", "Velta"),
    ("Velland’s state news agency Velta News", "Velta journalists"),
    ("Rook", "palace spokesman Ben Rook"),
    ("the palace", "palace spokesman Ben Rook"),
    ("The palace spokesman, Ben Rook", "Benjamin Rook"),
    ("Mr. Halloran", "shipyard director Maud Halloran"),
    ("the coastguard", "a coastguard spokesman"),
    ("the coastguard", "a coastguard duty officer, not named"),
    ("The Coastguard", "a spokesman for the coastguard"),
    ("VCNA", "the Velland Central News Agency"),
    ("the official Central Agency (VCNA)", "VCNA"),
    ("the ministry", "the transport ministry"),
    ("a statement from the ministry", "the ministry"),
    ("Harbour Post", "the Harbour Post"),
    ("the passenger list", "passenger list, read out by a clerk"),
    ("a Marrow Lines clerk", "Marrow Lines"),
    ("the Norwegian army", "Norway’s army"),
]
TWO = [
    ("Selwick", "Selwick police"),
    ("Norway", "Norway’s state news agency"),
    ("analysts", "experts"),
    ("the coastguard", "the lifeboat station"),
    ("Capital Evening", "Capital Daily"),
    ("Ida Marsh", "Tom Marsh"),
    ("the transport ministry", "the defence ministry"),
    ("Harbour Post", "the harbour master"),
    ("the passenger list", "passengers"),
    ("", "the coastguard"),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_names_of_one_source_meet(one, other):
    assert same_root(one, other)
    assert same_root(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_sources_stay_apart(one, other):
    assert not same_root(one, other)
    assert not same_root(other, one)


def test_chains_share_a_root_by_way_of_a_spokesman():
    chains = [("the palace", "Velta"), ("palace spokesman Ben Rook",), ("Rook", "Northwire")]
    assert shared_root(chains) == "Rook"


@pytest.mark.parametrize("chains", [
    [], [()], [("Velta",), ()], [("the coastguard",), ("the harbour master",)],
])  # fmt: skip
def test_where_nobody_or_several_speak_no_root_is_shared(chains):
    assert shared_root(chains) == ""


def test_an_outlet_that_is_cited_is_followed_to_what_it_cites():
    told = trace([
        ("the coastguard", "Northline"),
        ("Northline", "Strand Online"),
        ("the Northline agency", "Strand Online", "Kestrel Daily"),
    ])  # fmt: skip
    assert told.roots == ("the coastguard",) * 3
    assert (told.shared, told.loops) == ("the coastguard", ())


def test_a_report_in_the_outlets_own_voice_ends_with_the_outlet():
    told = trace([("Northline",), ("Northline", "Strand Online")])
    assert told.shared == "Northline"


def test_an_outlet_that_named_its_source_once_is_followed_to_it():
    assert trace([("the coastguard", "Northline"), ("Northline",)]).shared == "the coastguard"


def test_outlets_that_cite_each_other_are_a_loop():
    told = trace([
        ("Kestrel Daily", "Strand Online"),
        ("Valley Echo", "Kestrel Daily"),
        ("Strand Online", "Valley Echo"),
        ("the coastguard", "Northline"),
    ])  # fmt: skip
    assert told.loops == (("Kestrel Daily", "Valley Echo", "Strand Online"),)
    assert told.shared == ""


def test_an_outlet_that_quotes_its_own_reporter_is_no_loop():
    assert trace([("Northline", "Northline")]).loops == ()


@pytest.mark.parametrize("words", [
    "Kim, via TASS",
    "the harbour master, Ada Lund, via Velta, via Northwire",
    "the passenger list",
    "",
])  # fmt: skip
def test_a_written_chain_is_read_back(words):
    assert chain_words(read_chain(words)) == words


def test_an_article_is_small_inside_a_sentence():
    chain = ("A coastguard spokesman", "The Harbour Post")
    assert chain_words(chain, is_inside=True) == "a coastguard spokesman, via The Harbour Post"
    assert chain_words(("Kim",), is_inside=True) == "Kim"
    assert chain_words((), is_inside=True) == ""


def test_a_chain_is_read_however_it_is_spaced_and_joined():
    assert read_chain(" Kim  through TASS, Northwire and by way of Velta ") == (
        "Kim", "TASS", "Northwire", "Velta",
    )  # fmt: skip


@pytest.mark.parametrize(("name", "expected"), [
    ("the coastguard", True),
    ("a coastguard spokesman", True),
    ("Ada Lund, an engineer", True),
    ("military analysts", False),
    ("two officials familiar with the plan", False),
    ("a coastguard duty officer, not named", False),
    ("she", False),
    ("", False),
])  # fmt: skip
def test_a_name_is_one_that_somebody_could_ask(name, expected):
    assert is_named(name) is expected

"""Reading feeds: each kind says the same, and nothing a feed says can harm."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from articles import feed_reading
from articles.feed_reading import NoFeed
from articles.tests import feed_texts

NOW = datetime(2026, 11, 20, tzinfo=UTC)
LINK = "https://ledger.example/1"


def read(text: str | bytes):
    return feed_reading.read(text.encode() if isinstance(text, str) else text, now=NOW)


@pytest.mark.parametrize(
    ("text", "guid", "source"),
    [
        (feed_texts.rss([LINK]), LINK, "Coast Wire"),
        (feed_texts.ATOM, "tag:ledger.example,2026:1", "Coast Wire"),
        (feed_texts.JSON, "1", ""),
    ],
    ids=["RSS", "Atom", "JSON"],
)
def test_each_kind_of_feed_says_the_same(text, guid, source):
    [entry] = read(text)
    assert (entry.guid, entry.url, entry.title) == (guid, LINK, "Ferry aground")
    assert (entry.summary, entry.source_name) == ("Nine of them crew.", source)
    assert entry.published_at == datetime(2026, 11, 19, 5, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 20 Nov 2099 06:10:00 GMT",
     "Thu, 99 Nov 2026 99:99:99 GMT", "0000-00-00T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 GMT"],
)  # fmt: skip
def test_a_clock_that_cannot_be_right_is_not_believed(date):
    [entry] = read(feed_texts.rss([LINK], date=date))
    assert entry.published_at is None


def test_a_clock_that_is_a_little_fast_is():
    soon = NOW + timedelta(minutes=5)
    [entry] = read(feed_texts.rss([LINK], date=soon.strftime("%a, %d %b %Y %H:%M:%S GMT")))
    assert entry.published_at == soon


@pytest.mark.parametrize(
    "text",
    ["", "words", "<html><body>A page</body></html>", "{}", '{"version": 7, "items": []}', "[1]",
     '{"version": "https://jsonfeed.org/version/1", "items": 7}', "{" * 2_000, b"\xff\xfe\0\0",
     "/etc/passwd", "https://ledger.example/feed"],
)  # fmt: skip
def test_what_is_no_feed_is_refused_with_a_sentence(text):
    with pytest.raises(NoFeed, match="This is no feed: look for its address"):
        read(text)


def test_an_entry_without_address_or_title_is_passed_over():
    links = ["javascript:alert(1)", "", "ftp://ledger.example/1", "/relative", LINK]
    assert [entry.url for entry in read(feed_texts.rss(links))] == [LINK]
    assert read(feed_texts.rss([LINK], title="").replace("Nine", "").replace("crew", "")) != []


def test_the_same_entry_twice_is_one_and_a_long_feed_is_cut():
    links = [f"https://ledger.example/{number}" for number in range(600)]
    assert len(read(feed_texts.rss([LINK, LINK]))) == 1
    assert len(read(feed_texts.rss(links))) == feed_reading.ENTRIES_MOST


def test_markup_and_letters_that_cannot_be_kept_are_left_out():
    item = {"url": LINK, "title": "<script>alert(1)</script>A &amp; B\0\ud800", "id": "x" * 9_000}
    version = "https://jsonfeed.org/version/1"
    [entry] = read(json.dumps({"version": version, "items": [item, 7, None, {"url": 7}]}))
    assert entry.title == "alert(1)A & B"
    assert len(entry.guid) == feed_reading.GUID_LENGTH


@pytest.mark.parametrize(
    ("title", "kept"),
    [("<![x[ a> Ferry <b>aground</b>", "Ferry aground"), ("<x" * 200 + "> Ferry", "Ferry")],
    ids=["a section of no kind", "tags in tags"],
)  # fmt: skip
def test_markup_that_cannot_be_read_is_left_out_as_far_as_it_can_be(title, kept):
    item = {"url": LINK, "title": title}
    version = "https://jsonfeed.org/version/1"
    [entry] = read(json.dumps({"version": version, "items": [item]}))
    assert entry.title.endswith(kept)


def test_entities_of_a_feed_are_not_unfolded():
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = feed_texts.rss([LINK], title="&l9;").replace(
        "<rss", f'<!DOCTYPE rss [<!ENTITY l0 "lol">{lol}]><rss'
    )
    assert all(len(entry.title) < 500 for entry in read(text))

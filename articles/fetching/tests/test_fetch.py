"""Fetching from a real server: what comes, what it may cost, and the sentence when not."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import zlib

import pytest

from articles.fetching import (
    FEED_TYPES,
    BrokenOff,
    FetchError,
    Forbidden,
    Gone,
    Later,
    Limits,
    NoAnswer,
    NotAPage,
    NotFetchable,
    NotTrusted,
    Reach,
    TooLarge,
    TooManyRedirects,
    TooSlow,
    fetch,
)
from articles.fetching.unpacking import PIECE, unpacked
from articles.tests import site as sites
from articles.tests.site import CERTIFICATES, LOOPBACK

WORDS = "<p>The car ferry Ardent Tide ran aground.</p>"
SHORT = Limits(seconds=0.3)


@pytest.fixture
def site():
    with sites.running() as site:
        yield site


def test_it_brings_the_bytes_their_type_and_what_the_site_will_know_them_by(site):
    site.answers["/a?b=c%20d"] = sites.page(WORDS, ETag='"7"', Last_Modified="Thu, 19 Nov 2026")
    fetched = fetch(
        f"{site.url}/a?b=c d#part", reach=site.reach, user_agent="FactDesk/0.1 (Sélwick)"
    )
    assert (fetched.body, fetched.media_type) == (WORDS.encode(), "text/html; charset=utf-8")
    assert (fetched.etag, fetched.last_modified) == ('"7"', "Thu, 19 Nov 2026")
    [(_, headers)] = site.visits
    assert headers["User-Agent"] == "FactDesk/0.1 (Slwick)"
    assert headers["Host"] == f"127.0.0.1:{site.port}"
    assert headers["Cookie"] is None


def test_letters_of_an_address_travel_as_utf_8(site):
    site.answers["/F%C3%A4hre"] = sites.page(WORDS)
    assert fetch(f"{site.url}/Fähre", reach=site.reach).body == WORDS.encode()


def test_proxies_of_the_environment_are_not_asked(site, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    site.answers["/"] = sites.page(WORDS)
    assert fetch(site.url, reach=site.reach).body


def test_a_known_page_is_asked_for_with_what_it_was_known_by(site):
    site.answers["/"] = sites.status(304)
    fetched = fetch(site.url, reach=site.reach, etag='"7"', last_modified="Thu, 19 Nov 2026")
    assert fetched.is_unchanged
    [(_, headers)] = site.visits
    assert (headers["If-None-Match"], headers["If-Modified-Since"]) == ('"7"', "Thu, 19 Nov 2026")


@pytest.mark.parametrize(
    ("packing", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
        ("identity", bytes),
    ],
)
def test_packed_pages_are_unpacked(site, packing, pack):
    body = WORDS.encode() * 20_000
    site.answers["/"] = sites.packed(pack(body), packing)
    assert fetch(site.url, reach=site.reach).body == body


def test_redirects_lead_to_the_page_and_its_address(site):
    site.answers |= {
        "/a": sites.redirect("/b", 301),
        "/b": sites.redirect(f"{site.url}/ä?x=1", 308),
        "/%C3%A4?x=1": sites.page(WORDS),
    }
    fetched = fetch(f"{site.url}/a", reach=site.reach)
    assert (fetched.body, fetched.url) == (WORDS.encode(), f"{site.url}/ä?x=1")


def test_five_redirects_are_followed_and_a_sixth_is_not(site):
    site.answers |= {f"/{n}": sites.redirect(f"/{n + 1}") for n in range(6)}
    site.answers["/6"] = sites.page(WORDS)
    assert fetch(f"{site.url}/1", reach=site.reach).body
    with pytest.raises(TooManyRedirects, match="leads on more than 5 times"):
        fetch(f"{site.url}/0", reach=site.reach)


def test_a_circle_of_redirects_is_told_as_one(site):
    site.answers |= {"/a": sites.redirect("/b"), "/b": sites.redirect("/a#again")}
    with pytest.raises(TooManyRedirects, match="in a circle") as circle:
        fetch(f"{site.url}/a", reach=site.reach)
    assert circle.value.is_loop
    assert site.paths == ["/a", "/b"]


@pytest.mark.parametrize(
    "to",
    [
        "http://169.254.169.254/latest/", "http://localhost/", "http://[::1]/", "//10.0.0.1/",
        "ftp://ledger.example/", "file:///etc/passwd", "http://anna:pass@ledger.example/",
        "http://ledger.example:22/", "http://127.1/", "javascript:alert(1)",
        "http://[",
    ],
)  # fmt: skip
def test_a_redirect_is_looked_at_like_the_address_itself(site, to):
    site.answers["/"] = sites.redirect(to)
    with pytest.raises(NotFetchable):
        fetch(site.url, reach=site.reach)


def test_an_address_of_half_a_bracket_is_refused():
    with pytest.raises(NotFetchable, match="Give an address that starts with"):
        fetch("http://[")


def test_it_connects_to_what_was_looked_up_once_and_nothing_else(site):
    asked = []

    def rebinding(host, port):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    reach = Reach(ports=frozenset({site.port}), also=frozenset({LOOPBACK}), look_up=rebinding)
    site.answers["/"] = sites.page(WORDS)
    assert fetch(f"http://ledger.example:{site.port}/", reach=reach).body
    assert asked == ["ledger.example"]
    assert site.visits[0][1]["Host"] == f"ledger.example:{site.port}"


def test_the_next_address_is_tried_when_one_does_not_answer(site):
    reach = Reach(
        ports=frozenset({site.port}),
        also=frozenset({LOOPBACK, LOOPBACK + 1}),
        look_up=lambda *_: ["127.0.0.2", "127.0.0.1"],
    )
    site.answers["/"] = sites.page(WORDS)
    assert fetch(f"http://ledger.example:{site.port}/", reach=reach).body


@pytest.mark.parametrize(
    ("code", "refusal", "sentence"),
    [
        (404, Gone, "The page is not there (404)"),
        (410, Gone, "The page was taken down (410)"),
        (401, Forbidden, "does not let the desk read this page (401)"),
        (403, Forbidden, "open it in a browser and paste"),
        (429, Later, "asks to be left alone for now (429)"),
        (500, Later, "has trouble of its own (500): try again later"),
        (503, Later, "has trouble of its own (503)"),
        (204, NotAPage, "This address holds no page"),
        (302, NotAPage, "This address holds no page"),
    ],
)
def test_each_refusal_of_a_site_gets_its_sentence(site, code, refusal, sentence):
    site.answers["/"] = sites.status(code)
    with pytest.raises(refusal) as caught:
        fetch(site.url, reach=site.reach)
    assert sentence in str(caught.value)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("120", 120.0), ("", None), ("soon", None), ("Thu, 19 Nov 1998 06:10:00 GMT", 0.0)],
)
def test_how_long_a_site_wants_to_be_left_alone_is_kept(site, header, seconds):
    site.answers["/"] = sites.status(503, Retry_After=header)
    with pytest.raises(Later) as later:
        fetch(site.url, reach=site.reach)
    assert later.value.retry_after == seconds


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4; x=1"])
def test_what_is_no_page_is_not_taken_for_one(site, kind):
    site.answers["/"] = sites.page(b"\0", kind)
    with pytest.raises(NotAPage, match=f"This address holds {kind.split(';')[0]}"):
        fetch(site.url, reach=site.reach)
    assert fetch(site.url, reach=site.reach, types=FEED_TYPES).body == b"\0"


@pytest.mark.parametrize(
    "answer",
    [
        sites.endless(),
        sites.page(b"", Content_Length="6000000"),
        sites.page(WORDS * 200_000),
        sites.gzip_bomb(50),
        sites.packed(zlib.compress(b"\0" * 6_000_000), "deflate"),
    ],
    ids=["endless", "says so", "8 MB", "gzip bomb", "deflate bomb"],
)
def test_more_than_five_megabytes_are_not_taken_in(site, answer):
    site.answers["/"] = answer
    with pytest.raises(TooLarge, match="larger than 5 MB"):
        fetch(site.url, reach=site.reach)


def test_a_bomb_is_stopped_long_before_it_is_unpacked():
    bomb = [gzip.compress(b"\0" * 20_000_000)]
    began = next(unpacked(bomb, "gzip"))
    assert len(began) <= PIECE


def test_a_packing_nobody_asked_for_is_not_guessed_at(site):
    site.answers["/"] = sites.packed(b"\x0b\x02\x80", "br")
    with pytest.raises(NotAPage, match="something packed as br"):
        fetch(site.url, reach=site.reach)


@pytest.mark.parametrize(
    "answer",
    [sites.silence, sites.slow_loris(), sites.slow_loris(in_headers=True)],
    ids=["silence", "slow loris", "slow loris in the headers"],
)
def test_one_deadline_holds_over_all_reads(site, answer):
    site.answers["/"] = answer
    began = time.monotonic()
    with pytest.raises(
        TooSlow, match=r"127\.0\.0\.1 took longer than 0\.3 seconds: try again later"
    ):
        fetch(site.url, reach=site.reach, limits=SHORT)
    assert time.monotonic() - began < 3


def test_the_deadline_is_not_begun_anew_by_a_redirect(site):
    def slowly(visitor):
        time.sleep(0.12)
        sites.redirect(f"{visitor.path}x")(visitor)

    site.answers |= {f"/{'x' * n}": slowly for n in range(9)}
    with pytest.raises(TooSlow):
        fetch(site.url, reach=site.reach, limits=SHORT)


@pytest.mark.parametrize(
    "answer",
    [sites.broken_off, sites.no_http, sites.packed(gzip.compress(WORDS.encode())[:-9], "gzip"),
     sites.packed(b"no gzip", "gzip"), lambda visitor: None, sites.endless_headers],
    ids=["broken off", "no HTTP", "cut gzip", "no gzip", "nothing", "endless headers"],
)  # fmt: skip
def test_half_an_answer_is_none(site, answer):
    site.answers["/"] = answer
    with pytest.raises(BrokenOff, match="cannot be read to its end: try again later"):
        fetch(site.url, reach=site.reach)


def test_a_port_that_nobody_listens_at_gets_a_sentence(site):
    reach, url = site.reach, site.url
    site.shutdown()
    site.server_close()
    with pytest.raises(NoAnswer, match=r"127\.0\.0\.1 does not answer: try again later"):
        fetch(url, reach=reach)


def trusting(port, certificate="", host="127.0.0.1"):
    """A reach in which ledger.example is this machine, trusted when its certificate is given."""

    def authorities():
        file = str(CERTIFICATES / certificate) if certificate else None
        return ssl.create_default_context(cafile=file)

    return Reach(
        ports=frozenset({port}),
        also=frozenset({LOOPBACK}),
        look_up=lambda *_: [host],
        authorities=authorities,
    )


def test_a_site_is_asked_for_its_certificate_by_its_name():
    with sites.running("ledger.pem") as site:
        site.answers["/"] = sites.page(WORDS)
        reach = trusting(site.port, "ledger.pem")
        assert fetch(f"https://ledger.example:{site.port}/", reach=reach).body == WORDS.encode()


@pytest.mark.parametrize(
    ("host", "shown", "trusted", "reason"),
    [
        ("ledger.example", "ledger.pem", "", "it signed its certificate itself"),
        ("courier.example", "ledger.pem", "ledger.pem", "its certificate is another site’s"),
        ("ledger.example", "expired.pem", "expired.pem", "its certificate has expired"),
        ("ledger.example", "", "ledger.pem", "no safe connection comes about"),
    ],
)
def test_a_site_that_does_not_prove_its_name_is_not_read(host, shown, trusted, reason):
    with sites.running(shown) as site:
        site.answers["/"] = sites.page(WORDS)
        with pytest.raises(NotTrusted) as refusal:
            fetch(f"https://{host}:{site.port}/", reach=trusting(site.port, trusted))
        assert f"{host} does not prove that it is {host} ({reason})" in str(refusal.value)
        assert site.visits == []


def test_a_handshake_that_does_not_end_is_not_waited_for():
    with socket.create_server(("127.0.0.1", 0)) as mute:
        port = mute.getsockname()[1]
        with pytest.raises(TooSlow):
            fetch(f"https://ledger.example:{port}/", reach=trusting(port), limits=SHORT)


def test_the_sentence_of_every_refusal_ends_and_asks_for_something():
    refusals = [
        NoAnswer("a.example"), Gone(404), Later(503, None), Forbidden(403), NotAPage("image/png"),
        TooLarge("a.example", 5_000_000), TooSlow("a.example", 10), BrokenOff("a.example"),
    ]  # fmt: skip
    assert all(isinstance(refusal, FetchError) for refusal in refusals)
    assert [str(refusal) for refusal in refusals if not str(refusal).endswith(".")] == []
    assert "took longer than 10 seconds" in str(TooSlow("a.example", 10))

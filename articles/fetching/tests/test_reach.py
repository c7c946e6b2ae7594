"""Which addresses are visited: public ones alone, whatever they are called or lead to."""

from __future__ import annotations

import threading
from ipaddress import ip_address

import pytest

from articles.fetching import NotFetchable, Reach, TooSlow, UnknownSite, fetch
from articles.fetching.deadline import Deadline

PRIVATE = (  # noqa: SIM905  # a line each would be a long page
    "0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 100.127.255.254 127.0.0.1 127.8.8.8 169.254.169.254 "
    "172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.7 "
    "203.0.113.9 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255 "
    ":: ::1 ::ffff:10.0.0.1 ::ffff:93.184.216.34 ::127.0.0.1 64:ff9b::a00:1 64:ff9b::5db8:d822 "
    "64:ff9b:1::1 100::1 fc00::1 fd12:3456::1 fe80::1 fec0::1 ff02::1 2001::1 2001:db8::1 "
    "2001:20::1 2002:a00:1::1 2002:5db8:d822::1 3fff::1 5f00::1"
).split()
PUBLIC = ["93.184.216.34", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"]


@pytest.mark.parametrize("address", PRIVATE)
def test_no_name_leads_into_a_private_network(address):
    reach = Reach(look_up=lambda *_: [address])
    with pytest.raises(NotFetchable, match="leads into a private network"):
        reach.resolve("ledger.example", 80, deadline=Deadline(1))


@pytest.mark.parametrize("address", PRIVATE)
def test_no_address_in_numbers_does_either(address):
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(NotFetchable, match="private network"):
        fetch(f"http://{host}/", reach=Reach())


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_visited(address):
    assert Reach().admits(ip_address(address))


def test_an_interface_of_this_machine_is_not_public():
    assert not Reach().admits(ip_address("2606:4700::1%eth0"))


def test_one_private_address_among_several_refuses_them_all():
    reach = Reach(look_up=lambda *_: ["93.184.216.34", "2606:4700::1111", "10.1.2.3"])
    with pytest.raises(NotFetchable, match="private network"):
        reach.resolve("ledger.example", 80, deadline=Deadline(1))


@pytest.mark.parametrize(
    "url",
    [
        "http://localhost/", "http://LOCALHOST./", "http://app.localhost/", "http://printer.local/",
        "http://db.internal/", "http://router/", "http://2130706433/", "http://0x7f000001/",
        "http://0177.0.0.1/", "http://127.1/", "http://0x7f.0.0.1/", "http://127.0.0.1./",
        "http://１２７.０.０.１/", "http://127。0。0。1/", "http://999.1.1.1/",
        "http://[::ffff:7f00:1]/", "http://[fe80::1%25eth0]/", "http://[::]/",
    ],
)  # fmt: skip
def test_a_host_in_disguise_is_refused_before_anything_is_looked_up(url):
    def never(*_):
        raise AssertionError

    with pytest.raises(NotFetchable):
        fetch(url, reach=Reach(look_up=never))


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://ledger.example/a", "starts with https:// or http://"),
        ("file:///etc/passwd", "starts with https:// or http://"),
        ("gopher://ledger.example/", "starts with https:// or http://"),
        ("ledger.example/a", "starts with https:// or http://"),
        ("http://", "starts with https:// or http://"),
        ("http:///a", "starts with https:// or http://"),
        ("http://a..example/", "starts with https:// or http://"),
        ("http://ledger.example:99999/", "starts with https:// or http://"),
        ("http://[::1", "starts with https:// or http://"),
        ("http://led ger.example/", "starts with https:// or http://"),
        ("http://ledger.example%2f@x/", "without a name and password"),
        ("http://anna:secret@ledger.example/", "without a name and password"),
        ("http://anna@ledger.example/", "without a name and password"),
        ("http://ledger.example:8080/", "ports 80 and 443 only, and this is 8080"),
        ("http://ledger.example:22/", "ports 80 and 443 only, and this is 22"),
    ],
)
def test_what_is_no_address_of_a_page_gets_a_sentence(url, sentence):
    with pytest.raises(NotFetchable) as refusal:
        fetch(url, reach=Reach(look_up=lambda *_: ["93.184.216.34"]))
    assert sentence in str(refusal.value)


def test_a_name_in_another_script_is_asked_for_in_ascii():
    asked = []

    def look_up(host, port):
        asked.append((host, port))
        return []

    with pytest.raises(UnknownSite):
        fetch("https://Bücher.example./", reach=Reach(look_up=look_up))
    assert asked == [("xn--bcher-kva.example", 443)]


def test_a_name_nobody_knows_gets_a_sentence():
    def look_up(*_):
        raise OSError("Name or service not known")

    with pytest.raises(UnknownSite, match=r"No site is called ledger\.example: look for a slip"):
        fetch("http://ledger.example/", reach=Reach(look_up=look_up))


def test_a_name_server_that_says_nothing_is_not_waited_for():
    over = threading.Event()
    reach = Reach(look_up=lambda *_: [str(over.wait(10))])
    with pytest.raises(TooSlow):
        reach.resolve("ledger.example", 80, deadline=Deadline(0.05, "ledger.example"))
    over.set()

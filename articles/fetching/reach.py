"""Which addresses the desk visits: public ones alone, whatever a name or a redirect says."""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import urlsplit

import certifi

from articles.fetching.deadline import Deadline
from articles.fetching.errors import NotFetchable, UnknownSite

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
PORTS = frozenset({80, 443})
DEFAULT_PORTS = {"http": 80, "https": 443}
WANTED = "Give an address that starts with https:// or http://."

# IANA's special-purpose registries. Python's own `is_global` differs between its releases.
NOT_PUBLIC = tuple(
    map(
        ip_network,
        (
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ),
    )
)  # fmt: skip
# All that is given out of IPv6. Loopback, link-local, mapped and NAT64 addresses lie outside.
PUBLIC_V6 = ip_network("2000::/3")
NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
LOCAL_ENDINGS = (".localhost", ".local", ".internal", ".localdomain", ".home.arpa", ".onion")


def _look_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))


def _known_authorities() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certifi.where())


@dataclass(frozen=True)
class Target:
    """Where an address leads: the host in ASCII, without a dot at its end."""

    scheme: str
    host: str
    port: int


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Where a fetch may go, and how it finds its way there.

    `also` are addresses that are visited although they are not public: the tests' own server.
    """

    ports: frozenset[int] = PORTS
    also: frozenset[Address] = frozenset()
    look_up: Callable[[str, int], list[str]] = _look_up
    authorities: Callable[[], ssl.SSLContext] = field(default=_known_authorities)

    def target(self, url: str) -> Target:
        """Raises NotFetchable for an address that is not visited, before any name is looked up."""
        try:
            parts = urlsplit(url)
            port = parts.port or DEFAULT_PORTS.get(parts.scheme, 0)
            host = _ascii(parts.hostname or "")
        except ValueError as error:
            raise NotFetchable(WANTED) from error
        if parts.scheme not in DEFAULT_PORTS or not host:
            raise NotFetchable(WANTED)
        if parts.username is not None or parts.password is not None:
            raise NotFetchable("Give the address without a name and password in it.")
        self._refuse_name(host)
        if port not in self.ports:
            known = " and ".join(map(str, sorted(self.ports)))
            raise NotFetchable(f"The desk visits the ports {known} only, and this is {port}.")
        return Target(parts.scheme, host, port)

    def _refuse_name(self, host: str) -> None:
        if literal := _literal(host):
            if not self.admits(literal):
                raise NotFetchable(_private(host))
            return
        labels = host.split(".")
        if NUMBER.fullmatch(labels[-1]):
            raise NotFetchable(f"{host} is a number and no site: give the site’s name.")
        if f".{host}".endswith(LOCAL_ENDINGS) or len(labels) < 2:
            raise NotFetchable(_private(host))
        if len(host) > 253 or not all(map(LABEL.fullmatch, labels)):
            raise NotFetchable(WANTED)

    def resolve(self, host: str, port: int, *, deadline: Deadline) -> list[Address]:
        """Every address of the host, all of them public: one that is not refuses them all.

        Raises UnknownSite, NotFetchable, TooSlow.
        """
        if literal := _literal(host):
            found = [literal]
        else:
            found = [ip_address(text) for text in self._names(host, port, deadline)]
        if not all(map(self.admits, found)):
            raise NotFetchable(_private(host))
        return found

    def admits(self, address: Address) -> bool:
        if address in self.also:
            return True
        if isinstance(address, IPv6Address) and (address not in PUBLIC_V6 or address.scope_id):
            return False
        return not any(address in network for network in NOT_PUBLIC)

    def _names(self, host: str, port: int, deadline: Deadline) -> list[str]:
        """The system's look-up knows no deadline, so it is left behind in a thread of its own."""
        found: list[str] = []

        def ask() -> None:
            try:
                found.extend(self.look_up(host, port))
            except (OSError, UnicodeError):
                found.clear()

        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(deadline.left())
        if thread.is_alive():
            deadline.check()
        if not found:
            raise UnknownSite(host)
        return found


def _private(host: str) -> str:
    return f"{host} leads into a private network, which the desk does not visit."


def _literal(host: str) -> Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _ascii(host: str) -> str:
    """As it is looked up; raises ValueError for a label that is none."""
    if _literal(host):
        return host
    return host.encode("idna").decode("ascii").lower().removesuffix(".")

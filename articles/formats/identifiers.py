"""What a wire calls an item, whatever version of it is sent: IPTC's guid."""

from __future__ import annotations

import re
from collections.abc import Iterable

from articles.extraction.declared import Found, first

LENGTH = 500  # code points, as many as the desk keeps; a longer one is none

_WEB = ("http://", "https://")
# RFC 3085 ends the name of a NewsML item with its revision and how that came about: "3U".
_REVISION = re.compile(r"(urn:newsml:[^:]+:[^:]+:[^:]+):\d+[NUA]")
_WORLDWIDE = ("urn:", "tag:")


def web_addresses(names: Iterable[str]) -> tuple[str, ...]:
    """Those by which the item stands on the web."""
    return tuple(name for name in names if name.startswith(_WEB))


def guid_of(own: str, others: Iterable[str], where: str) -> Found | None:
    """The item's own name, where that is no address on the web; else another that is its alone.

    Among the others stand subjects and numbers of versions as well, so only names that are made to
    be the only ones of the world count.
    """
    alone = (name for name in others if name.lower().startswith(_WORLDWIDE))
    own = own if not own.startswith(_WEB) else ""
    found = first(*((_bare(name), where) for name in (own, *alone)))
    return found if found and len(found.value) <= LENGTH else None


def _bare(name: str) -> str:
    """Without the number of a revision."""
    name = name.strip()
    found = _REVISION.fullmatch(name)
    return found[1] if found else name

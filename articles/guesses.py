"""What a new article's details start with: what the page says, and what the desk knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

import matching
from articles import addresses, similar_stories
from articles.addresses import BadAddress
from articles.choice_fields import NEW
from articles.models import Article, Outlet, Precision, Story
from articles.published import NOON, Published, zone_of

if TYPE_CHECKING:
    from accounts.models import User
    from articles.extraction import Found, FoundTime, Page

HEADLINE_LENGTH = 120  # characters of a first sentence that stands in for a headline
FIRST_WORDS_WITHIN = 1_000  # characters of a text that are looked at for that sentence


@dataclass(frozen=True)
class Guess:
    """A value for a field of the form, and where it is from, in words fit to show."""

    value: str
    where: str


def details(page: Page, *, text: str, by: User) -> dict[str, Guess]:
    """A guess for each field of `forms.DetailsForm` that can be guessed; `text` is the body."""
    guesses = plain(page, text)
    if names := sources(page):
        guesses["info_sources"] = Guess("; ".join(names), page.info_sources[0].where)
    address = guesses["url"].value if "url" in guesses else ""
    outlet = None
    if known := known_outlet(page, address):
        outlet, where = known
        guesses["outlet"] = Guess(str(outlet.pk), where)
        if outlet.language:  # where the text is too short to tell
            guesses.setdefault("language", Guess(outlet.language, f"what {outlet} writes in"))
    elif name := outlet_name(page, address):
        guesses |= {"outlet": Guess(NEW, "not on the desk yet"), "new_outlet": name}
    elif not Outlet.objects.exists():
        guesses["outlet"] = Guess(NEW, "the first of the desk")
    if page.published:
        guesses["published"] = _published(page.published, outlet)
    if story := _story(text, by):
        guesses["story"] = story
    return guesses


def plain(page: Page, text: str) -> dict[str, Guess]:
    """The details that are words of the page, cut to what the desk keeps; headline always."""
    found = {
        name: _fitting(name, value)
        for name in ("headline", "byline", "dateline", "credit", "language", "standfirst")
        if (value := getattr(page, name))
    }
    if "headline" not in found:
        found["headline"] = first_words(text)
    if page.url and (address := address_of(page)):
        found["url"] = Guess(address, page.url.where)
    return found


def address_of(page: Page) -> str:
    """The page's address as it is kept; empty where it gives none, or something that is none."""
    try:
        return addresses.canonical(page.url.value) if page.url else ""
    except BadAddress:
        return ""


def guid_of(page: Page) -> str:
    """What its sender calls the item; empty where it does not say."""
    return page.guid.value if page.guid else ""


def sources(page: Page) -> tuple[str, ...]:
    """Whom the metadata names as where the copy comes from; no name has a semicolon in it."""
    longest = Article.info_sources.field.base_field.max_length
    names = (source.value.replace(";", ",")[:longest].strip() for source in page.info_sources)
    return tuple(dict.fromkeys(filter(None, names)))


def known_outlet(page: Page, address: str) -> tuple[Outlet, str] | None:
    """The outlet of the desk with the address's domain, or the page's name; and where from."""
    host = addresses.host_of(address)
    if host and (outlet := Outlet.objects.publishing_on(host)):
        return outlet, f"from the address {host}"
    name = outlet_name(page, address)
    outlet = Outlet.objects.called(name.value) if name else None
    return (outlet, name.where) if name and outlet else None


def outlet_name(page: Page, address: str) -> Guess | None:
    """What the page calls its outlet, else the address's host."""
    if page.outlet:
        longest = Outlet.name.field.max_length
        return Guess(page.outlet.value[:longest], page.outlet.where)
    host = addresses.host_of(address)
    return Guess(host, f"from the address {host}") if host else None


def moment(found: FoundTime, outlet: Outlet | None) -> Published:
    """When it was published: without a zone of its own in the outlet's, else the desk's."""
    zone = found.zone or (outlet.zone if outlet else "") or settings.DESK_TIME_ZONE
    local = found.value.replace(tzinfo=zone_of(zone))
    precision = Precision(found.precision)
    if precision == Precision.DAY:
        local = local.replace(hour=NOON.hour, minute=NOON.minute)
    return Published(local, zone, precision)


def _fitting(name: str, found: Found) -> Guess:
    longest = getattr(Article, name).field.max_length
    return Guess(" ".join(found.value.split())[:longest], found.where)


def first_words(text: str) -> Guess:
    """What stands in for a headline."""
    text = text[:FIRST_WORDS_WITHIN]
    spans = matching.split(text)
    words = " ".join(text[spans[0].start : spans[0].end].split()) if spans else ""
    if len(words) > HEADLINE_LENGTH:
        words = words[:HEADLINE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return Guess(words, "the first words of the text, which has no headline")


def _published(found: FoundTime, outlet: Outlet | None) -> Guess:
    whose = "outlet’s" if outlet and outlet.zone else "desk’s"
    where = found.where if found.zone else f"{found.where}, in the {whose} time zone"
    return Guess(str(moment(found, outlet)), where)


def _story(text: str, by: User) -> Guess | None:
    """The story that speaks of the same names, else of this person's last import."""
    if alike := similar_stories.nearest(text):
        return Guess(str(alike.story_id), f"shares {alike.names} names with it")
    last = Article.objects.filter(imported_by=by).newest_first().first()
    if last:
        return Guess(str(last.story_id), "the story of your last import")
    return None if Story.objects.exists() else Guess(NEW, "the first of the desk")

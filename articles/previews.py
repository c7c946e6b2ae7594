"""What the preview of a draft shows: its lines, the form, and where it stands in its batch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import QueryDict

from articles import drafts, guesses, importing, page_json, versions
from articles.forms import DetailsForm
from articles.models import Draft
from articles.versions import Version

if TYPE_CHECKING:
    from accounts.models import User
    from articles.extraction import Page


@dataclass(frozen=True)
class PreviewLine:
    """A line of the page; `reason` says why the import left it out."""

    number: int  # counted from 1
    text: str
    reason: str
    is_kept: bool


@dataclass(frozen=True)
class Place:
    """Where a draft stands among those that came in with it."""

    number: int  # counted from 1
    total: int
    next_id: int | None  # the next that waits, round the corner if need be


@dataclass(frozen=True)
class Preview:
    """`kept` are line numbers counted from 1, as the checkboxes send them."""

    draft: Draft
    form: DetailsForm
    lines: list[PreviewLine]
    kept: frozenset[int]
    place: Place
    version: Version | None = None  # what it changes, where it is one of an article on the desk

    @property
    def left_out(self) -> int:
        return len(self.lines) - len(self.kept)

    @property
    def kept_places(self) -> frozenset[int]:
        """The kept lines counted from 0."""
        return frozenset(number - 1 for number in self.kept)


def of(draft: Draft, *, by: User, posted: QueryDict | None = None) -> Preview:
    """The preview as posted; else as last typed; else as the page was read."""
    page = page_json.load(draft.page)
    kept = _kept(page, draft, posted)
    form = _form(page, draft, by, posted)
    text = drafts.text_of(page, {number - 1 for number in kept})
    return Preview(
        draft=draft,
        form=form,
        lines=[
            PreviewLine(number, line.text, line.reason, number in kept)
            for number, line in enumerate(page.lines, 1)
        ],
        kept=kept,
        place=place_of(draft),
        version=_version(draft, page, form, text),
    )


def _version(draft: Draft, page: Page, form: DetailsForm, text: str) -> Version | None:
    """What the draft changes on the desk, where it is another version of an article there."""
    if draft.article_id:
        return None
    guid = guesses.guid_of(page)
    outlet = form.chosen_outlet if guid else None
    known = draft.revises or importing.revised_by(
        text=text, url=form.address, guid=guid, outlet=outlet
    )
    if known is None:
        return None
    form.stay_with(known)
    if not page.headline and "headline" not in draft.typed.get("fields", {}):
        form.initial["headline"] = known.headline
    return versions.of(known, text=text, given=form.shown())


def _kept(page: Page, draft: Draft, posted: QueryDict | None) -> frozenset[int]:
    if posted is not None:
        chosen = {int(number) for number in posted.getlist("keep") if number.isdecimal()}
        return frozenset(chosen.intersection(range(1, len(page.lines) + 1)))
    if "kept" in draft.typed:
        return frozenset(draft.typed["kept"])
    return frozenset(number for number, line in enumerate(page.lines, 1) if line.kept)


def _form(page: Page, draft: Draft, by: User, posted: QueryDict | None) -> DetailsForm:
    text = drafts.text_of(page, {n for n, line in enumerate(page.lines) if line.kept})
    found = guesses.details(page, text=text, by=by)
    initial = {name: guess.value for name, guess in found.items()}
    return DetailsForm(
        posted,
        initial={**initial, **draft.typed.get("fields", {})},
        found={name: guess.where for name, guess in found.items()},
    )


def place_of(draft: Draft) -> Place:
    batch = list(Draft.objects.batch_of(draft).values_list("pk", "article"))
    waiting = [pk for pk, article in batch if article is None and pk != draft.pk]
    later = [pk for pk in waiting if pk > draft.pk]
    number = 1 + [pk for pk, _ in batch].index(draft.pk)
    return Place(number, len(batch), next(iter(later or waiting), None))

"""Saving views of the queue: naming, sharing, ordering, removing and putting back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import User
from articles.constraints import broken_by
from claims.errors import BadView
from claims.models import SavedView

if TYPE_CHECKING:
    from claims.states import View

VIEWS_A_PERSON = 50  # all of them are counted together in one statement
TAKEN = "saved_view_name_once"


@transaction.atomic
def save(*, name: str, query: str, tab: View, is_shared: bool, by: User) -> SavedView:
    """A new view, the last of theirs.

    Raises BadView when they have one of this name, too many, or may not share.
    """
    _in_turn(by)
    own = SavedView.objects.own(by)
    if own.count() >= VIEWS_A_PERSON:
        raise BadView(f"You have {VIEWS_A_PERSON} views. Delete one first.")
    _refuse_sharing(is_shared, by)
    last = own.order_by().aggregate(last=Max("position"))["last"] or 0
    view = SavedView(
        owner=by, name=name.strip(), query=query, tab=tab, is_shared=is_shared,
        position=last + 1, made_at=timezone.now(),
    )  # fmt: skip
    return _written(view)


@transaction.atomic
def change(
    view: SavedView, *, name: str, query: str, tab: View, is_shared: bool, by: User
) -> SavedView:
    """Call it otherwise, ask otherwise, share it or keep it to its owner. Raises BadView."""
    if is_shared and not view.is_shared:
        _refuse_sharing(is_shared, by)
    view.name, view.query, view.tab, view.is_shared = name.strip(), query, tab, is_shared
    return _written(view, only=("name", "query", "tab", "is_shared"))


@transaction.atomic
def move(view: SavedView, *, is_up: bool) -> None:
    """Put it before the one above it among its owner's, or behind the one below; at an end it
    stays, and so does one that was removed meanwhile."""
    _in_turn(view.owner)
    views = list(SavedView.objects.own(view.owner))
    if view not in views:
        return
    at = views.index(view)
    other = at - 1 if is_up else at + 1
    if 0 <= other < len(views):
        views[at], views[other] = views[other], views[at]
        for position, one in enumerate(views, start=1):
            one.position = position
        SavedView.objects.bulk_update(views, ["position"])


def remove(view: SavedView) -> None:
    """Take it away; `restore` puts it back."""
    SavedView.objects.filter(pk=view.pk, removed_at=None).update(removed_at=timezone.now())


def restore(view: SavedView) -> SavedView:
    """Put a removed view back where it was. Raises BadView when its name is taken by now."""
    view.removed_at = None
    return _written(view, only=("removed_at",))


def _written(view: SavedView, only: Sequence[str] | None = None) -> SavedView:
    """Stored, or `only` these fields of it: where it stands may have changed meanwhile."""
    try:
        with transaction.atomic():
            view.save(update_fields=only)
    except IntegrityError as error:
        broken_by(error, TAKEN)
        raise BadView(f"There is a view “{view.name}” already. Give it another name.") from error
    return view


def _refuse_sharing(is_shared: bool, by: User) -> None:
    if is_shared and not by.is_reviewer:
        raise BadView("Reviewers share views with the desk. Keep this one to yourself.")


def _in_turn(person: User) -> None:
    """Two requests of one person take turns, so that places are given once."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)

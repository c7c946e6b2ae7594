"""The key map as a form: a field for each action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField

from accounts import key_map
from accounts.key_map import AT_FIRST, SHAPE, Action, Keys
from accounts.key_places import PLACES, Place

LONGEST = 3  # “g q”
BAD_SHAPE = "Type one key, or two with a blank between them, as in “g q”."


def name_of(action: Action) -> str:
    return f"{action.place}:{action.key}"


BY_FIELD = {name_of(action): action for action in AT_FIRST}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One action: its field, whether the person has changed it, and what is to know of that."""

    action: Action
    field: BoundField
    is_changed: bool
    note: str

    @property
    def first(self) -> str:
        """The key it has at first, as it is read."""
        return key_map.shown(self.action.key)


class KeyField(forms.CharField):
    """A key as it is typed, in lower case; empty brings back the first one."""

    def clean(self, value: Any) -> str:
        typed = " ".join(str(value or "").lower().split())
        if typed and not (len(typed) <= LONGEST and SHAPE.fullmatch(typed) and typed.isprintable()):
            raise ValidationError(BAD_SHAPE)
        return typed


class KeyMapForm(forms.Form):
    """Fields are named “review:v”: the place, and the key that the action has at first."""

    def __init__(self, *args: Any, changed: Keys, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.changed = changed
        for number, (action, key) in enumerate(key_map.in_force(changed).items(), 1):
            widget = forms.TextInput(
                {
                    "maxlength": LONGEST,
                    "size": LONGEST,
                    "id": f"key-{number}",
                    "spellcheck": "false",
                }
            )
            self.fields[name_of(action)] = KeyField(
                label=action.label, required=False, initial=key_map.shown(key), widget=widget
            )

    @property
    def places(self) -> list[tuple[Place, list[Line]]]:
        notes = key_map.notes(self.changed)
        return [
            (place, [self._line(Action(place.name, key), notes) for key in place.actions])
            for place in PLACES
        ]

    def _line(self, action: Action, notes: Mapping[Action, str]) -> Line:
        return Line(
            action=action,
            field=self[name_of(action)],
            is_changed=action in self.changed,
            note=notes.get(action, ""),
        )

    def clean(self) -> dict[str, Any]:
        """At each field a sentence when another action has its key."""
        own = {one: key for one, key in self.wanted.items() if key != one.key}
        for action, sentence in key_map.conflicts(own).items():
            self.add_error(name_of(action), sentence)
        return self.cleaned_data

    @property
    def wanted(self) -> dict[Action, str]:
        """What was typed, by action; as far as it is a key."""
        typed = self.cleaned_data.items()
        return {BY_FIELD[name]: key or BY_FIELD[name].key for name, key in typed}

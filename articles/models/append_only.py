"""Rows that are written once and stay."""

from __future__ import annotations

import pgtrigger


def append_only(noun: str, *, but: tuple[str, ...] = ()) -> list[pgtrigger.Trigger]:
    """The triggers of such a table: no row is changed, save in the fields of `but`, or deleted."""
    return [
        pgtrigger.Protect(
            name=f"{noun}_unchanged",
            operation=pgtrigger.Update,
            condition=pgtrigger.AnyChange(exclude=list(but) or None),
        ),
        pgtrigger.Protect(name=f"{noun}_kept", operation=pgtrigger.Delete),
    ]

"""The part of an address that names an outlet or a story."""

from __future__ import annotations

from django.db import models
from django.utils.text import slugify

LENGTH = 80  # as the slug columns allow
RESERVED = frozenset({"new"})  # addresses of pages that make one


def plain(model: type[models.Model], words: str) -> str:
    """The slug of the words, whoever has it; without Latin letters the model's own name."""
    return slugify(words)[:LENGTH].strip("-") or str(model._meta.model_name)


def free(model: type[models.Model], words: str) -> str:
    """A slug of the words that no row of the model has: “ferry-aground”, else “ferry-aground-2”.

    Somebody else may take the slug before it is saved; the unique constraint then says so.
    """
    base = plain(model, words)
    alike = model._default_manager.filter(slug__startswith=base[: LENGTH - 8])
    taken = RESERVED.union(alike.values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        ending = f"-{number}"
        slug = base[: LENGTH - len(ending)].rstrip("-") + ending
    return slug

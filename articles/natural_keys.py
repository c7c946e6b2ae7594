"""Natural keys as conditions, so that one query finds a row however deep its key goes."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q

Key = Sequence[str | int]


def article(key: Key, prefix: str = "") -> Q:
    """(url, outlet slug, sha256): by canonical URL; without one by outlet and text.

    `prefix` leads from the model asked to its article, as in `revision__article__`.
    """
    url, outlet, sha256 = key
    if url:
        return Q((f"{prefix}url", url))
    return Q((f"{prefix}url", ""), (f"{prefix}outlet__slug", outlet), (f"{prefix}sha256", sha256))


def revision(key: Key, prefix: str = "") -> Q:
    """The article's key and the revision's number."""
    *of_article, number = key
    return article(of_article, f"{prefix}article__") & Q((f"{prefix}number", number))

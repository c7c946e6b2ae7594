"""What another version of an article on the desk changes: its details and its sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import matching
from articles import details, guesses
from articles.models import Article, ArticleEvent, ArticleEventKind, Revision

if TYPE_CHECKING:
    from articles.importing import NewArticle

# What a version may bring along; story and outlet stay those of the article.
BROUGHT = ("headline", "standfirst", "byline", "dateline", "credit", "language", "info_sources")
ONCE = ("url", "guid")  # what an article is known by
SENTENCES_SHOWN = 5


@dataclass(frozen=True, kw_only=True)
class Change:
    """A detail that the new version gives otherwise."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True)
class Version:
    """A text that would become the next revision of `article`; `number` is that revision's.

    `gone` and `come` are sentences of the old and of the new text alone, in their order.
    """

    article: Article
    number: int
    changes: list[Change]
    gone: list[str]
    come: list[str]
    is_same: bool  # the words are those the desk has: saving changes nothing

    @property
    def gone_shown(self) -> list[str]:
        return self.gone[:SENTENCES_SHOWN]

    @property
    def come_shown(self) -> list[str]:
        return self.come[:SENTENCES_SHOWN]

    @property
    def more(self) -> int:
        """Sentences that are not shown."""
        shown = len(self.gone_shown) + len(self.come_shown)
        return len(self.gone) + len(self.come) - shown


def of(article: Article, *, text: str, given: Mapping[str, object]) -> Version:
    """The text as the article's next version; `given` are details as a form shows them."""
    newest = Revision.objects.newest_of(pk=article.pk).get()
    gone, come = _only_in(newest.text, text), _only_in(text, newest.text)
    changed = brought(article, given, text=text)
    return Version(
        article=article,
        number=newest.number + 1,
        changes=[
            Change(
                name=ArticleEvent.WORDS.get(name, name),
                before=details.words(details.of(article, name)),
                after=details.words(value),
            )
            for name, value in changed.items()
        ],
        gone=gone,
        come=come,
        is_same=newest.text == text,
    )


def details_of(new: NewArticle) -> dict[str, object]:
    """The details that the new version names, as `details` calls them."""
    plain: dict[str, object] = {name: getattr(new, name) for name in BROUGHT}
    plain["info_sources"] = list(new.info_sources)
    return plain | {
        "published": details.of(new, "published"),
        "url": new.url,
        "guid": new.guid,
    }


def brought(article: Article, given: Mapping[str, object], *, text: str) -> dict[str, object]:
    """Which of the given details the article takes over with the new text.

    What is left empty stays, and so does what a person has corrected, until the outlet itself gives
    something else than before. An address or guid is only taken where there was none, and the first
    words of the text are no headline.
    """
    corrected = {*_corrected_away(article), ("headline", guesses.first_words(text).value)}
    return {
        name: value
        for name, value in given.items()
        if value
        and value != (before := details.of(article, name))
        and (name, details.words(value)) not in corrected
        and not (name in ONCE and before)
    }


def _corrected_away(article: Article) -> set[tuple[str, str]]:
    """Field and value of what people have replaced by hand."""
    edits = article.events.filter(kind=ArticleEventKind.EDITED)
    return set(edits.values_list("field", "before"))


def _only_in(text: str, other: str) -> list[str]:
    """The sentences of the text that the other has not, or not as often."""
    left = Counter(_sentences(other))
    only = []
    for sentence in _sentences(text):
        if left[sentence]:
            left[sentence] -= 1
        else:
            only.append(sentence)
    return only


def _sentences(text: str) -> list[str]:
    return [" ".join(text[span.start : span.end].split()) for span in matching.split(text)]

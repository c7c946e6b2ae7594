"""What can go wrong with outlets, stories, articles and imports, in words fit to show."""

from __future__ import annotations


class ArticleError(Exception):
    """Base of this app; `str()` says what happened and what to do."""


class AlreadyImported(ArticleError):
    """The same text is on the desk already; `article` is the one that holds it."""

    def __init__(self, article_id: int, message: str) -> None:
        super().__init__(message)
        self.article_id = article_id


class Blanked(AlreadyImported):
    """The words of `article` were blanked; other ones come only by a person who looks them over."""


class NewVersion(AlreadyImported):
    """The text would be a new version of `article`, which nobody was told yet."""


class PerhapsKnown(ArticleError):
    """One of many articles may be on the desk already, so they are looked at one by one."""


class NothingKept(ArticleError):
    """No line of the page is left for the article."""


class StoryTaken(ArticleError):
    """Another story has this title."""


class ArticleHasLinks(ArticleError):
    """An article cannot leave its story while its claims are linked inside it."""

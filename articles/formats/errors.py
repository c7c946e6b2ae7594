"""Why a file, or one article of it, could not be read; each in one sentence fit to show."""

from __future__ import annotations

from articles.extraction import ExtractionError


class FileTooLarge(ExtractionError):
    """More than `MAX_FILE_BYTES`."""

    def __init__(self) -> None:
        super().__init__("This file is over 25 MB: send its articles alone.")


class UnreadableFile(ExtractionError):
    """It is damaged, or not what it begins as. `kind` names it with its article: "a PDF"."""

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"This file begins as {kind} but is damaged: get it again from its source."
        )


class UnknownPacking(ExtractionError):
    """An archive's file is packed by a method that is not read here."""

    def __init__(self) -> None:
        super().__init__(
            "This archive is packed in a way that is not read here: pack it again as a plain ZIP."
        )


class LockedFile(ExtractionError):
    """It opens with a password only."""

    def __init__(self) -> None:
        super().__init__("This file is locked with a password: unlock it, then import it again.")


class UnsafeMarkup(ExtractionError):
    """XML that declares entities, by which a small file can grow or read other files."""

    def __init__(self) -> None:
        super().__init__("This file declares entities, which are not expanded: ask for it without.")


class NotAnArticle(ExtractionError):
    """A news item without a text: a picture, an event, a list of others. `what` names it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"This is {what}, not an article with its text.")


class WithdrawnItem(ExtractionError):
    """Its sender took it back, and it is not on the desk."""

    def __init__(self) -> None:
        super().__init__("Its sender has withdrawn this article, and the desk does not have it.")


class ScannedPages(ExtractionError):
    """A PDF whose pages are pictures."""

    def __init__(self) -> None:
        super().__init__(
            "This PDF holds pictures of pages and no text: have the text recognised first."
        )


class NestedArchive(ExtractionError):
    """An archive inside another one."""

    def __init__(self) -> None:
        super().__init__("This archive lies inside another file: unpack it and send it alone.")


class OverstuffedFile(ExtractionError):
    """Opened it would be too much, or it names files outside itself; `why` is a half-sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(f"This file was not read because {why}.")


class NothingReadable(ExtractionError):
    """An archive or letter without a file of a kind that is read."""

    def __init__(self) -> None:
        super().__init__("Nothing in this file is of a kind that is read.")


class UnknownColumns(ExtractionError):
    """A table of which it is not clear where the texts stand. `columns` are its own."""

    def __init__(self, columns: tuple[str, ...] = ()) -> None:
        named = ", ".join(f"“{name}”" for name in columns[:12])
        super().__init__(
            f"No column here is surely the text: say which of {named} it is."
            if columns
            else "This table has no columns."
        )


class TooManyArticles(ExtractionError):
    """More than `most`, which is what a person looks through."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"This file holds over {most:,} articles, more than can be looked through here: "
            "an operator can import it by manage.py import_articles."
        )


class SeveralArticles(ExtractionError):
    """Where one was asked for."""

    def __init__(self, count: int) -> None:
        super().__init__(f"This file holds {count:,} articles: send the one alone.")

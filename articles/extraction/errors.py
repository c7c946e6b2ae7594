"""Why a source could not be read, each in one sentence fit to show."""

from __future__ import annotations


class ExtractionError(Exception):
    """Base of this package; `str()` says what happened and what to do."""


class EmptySource(ExtractionError):
    """Nothing but blanks."""

    def __init__(self) -> None:
        super().__init__(
            "There is no text here: paste an article, or choose a file that holds one."
        )


class BinarySource(ExtractionError):
    """A format that is not text. `kind` names it with its article: "a PDF"."""

    def __init__(self, kind: str = "not text") -> None:
        super().__init__(
            f"This file is {kind}: save the article as plain text or HTML, or paste its words."
        )


class SourceTooLong(ExtractionError):
    """More than `MAX_BYTES`."""

    def __init__(self) -> None:
        super().__init__("This is more than 5 MB of text: import the article alone.")


class TooManyLines(ExtractionError):
    """More than `MAX_LINES`."""

    def __init__(self) -> None:
        super().__init__("This has too many lines for one article: import the article alone.")


class UnreadableCharacters(ExtractionError):
    """No encoding fits the bytes, or UTF-8 is damaged."""

    def __init__(self) -> None:
        super().__init__(
            "The characters here cannot be read: save the text again as UTF-8, or paste its words."
        )


class NoArticle(ExtractionError):
    """HTML in which no article stands."""

    def __init__(self) -> None:
        super().__init__(
            "No article was found in this page: open it in a browser and paste the article’s words."
        )


class NothingLeft(ExtractionError):
    """Text of which every line looks like site furniture."""

    def __init__(self) -> None:
        super().__init__(
            "Every line here looks like part of a site: paste the paragraphs of the article itself."
        )

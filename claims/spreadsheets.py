"""Lines of CSV that a spreadsheet takes for words and nothing else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

BOM = "\ufeff"  # by it spreadsheets know that this is UTF-8
# What a spreadsheet would take for a formula, after blanks as well.
SIGNS = "=+@\uff1d\uff0b\uff0d\uff20-"  # also as a class of a regular expression
FORMULA = (*SIGNS, "\t", "\r")


def lines(rows: Iterable[Iterable[str]]) -> str:
    """The rows as they stand in the file; what is in a cell is `words` already, or harmless."""
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def words(value: str) -> str:
    """On one line, with an apostrophe before what a spreadsheet would take for a formula.

    Source: OWASP, CSV Injection.
    """
    value = " ".join(value.split())
    return f"'{value}" if value.startswith(FORMULA) else value

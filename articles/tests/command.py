"""Calling import_articles in tests, and files for it."""

from __future__ import annotations

import io
import json
from pathlib import Path

from django.core.management import call_command

from articles.tests import pages


def run(*paths: Path, story: str = "ferry", **options: object) -> tuple[list[str], int]:
    """The lines it wrote, and its exit status."""
    out, status = io.StringIO(), 0
    try:
        call_command("import_articles", *map(str, paths), story=story, stdout=out, **options)
    except SystemExit as exit_:
        status = int(exit_.code)
    return out.getvalue().splitlines(), status


def run_json(*paths: Path, **options: object) -> list[dict[str, object]]:
    lines, _ = run(*paths, json=True, **options)
    return [json.loads(line) for line in lines]


def write_files(folder: Path) -> Path:
    """Two articles, one in a folder inside, and a file of another kind."""
    (folder / "inside").mkdir()
    (folder / "northline.txt").write_bytes(pages.PASTED.encode())
    (folder / "inside" / "page.HTML").write_text(pages.HTML)
    (folder / "notes.md").write_text(pages.TEXT)
    return folder

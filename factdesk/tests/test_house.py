"""Rules of the house that a person forgets and a test does not."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("factdesk", "claims", "articles", "accounts", "web", "matching", "benchmarks")
MODULES = [
    path
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if not {"tests", "migrations"} & set(path.parts)
]
VIEWS = [path for path in MODULES if "views" in path.parts or path.stem == "views"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
MODULE_LINES, TEMPLATE_LINES = 400, 80
POSSESSIVE = re.compile(r"[\])\w.][*+?]\+|\{\d+,?\d*\}\+")
INLINE = re.compile(r"\sstyle=|\son[a-z]+=|hx-on|javascript:|<script(?![^>]*\bsrc=)")
TRUSTING = re.compile(r"\|\s*safe\b|autoescape off|safeseq")
WRITES = {"save", "delete", "create", "update", "bulk_create", "get_or_create", "filter", "exclude"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def broken(paths: Sequence[Path], is_kept: Callable[[str], object]) -> list[str]:
    """Files whose text does not keep the rule."""
    assert paths
    return [name(path) for path in paths if not is_kept(path.read_text("utf-8"))]


def test_views_neither_write_nor_query():
    calls = [
        f"{node.func.attr} in {name(path)}, line {node.lineno}"
        for path in VIEWS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
        and not _belongs_to_a_service(node.func.value)
    ]
    assert calls == []


def _belongs_to_a_service(value: ast.expr) -> bool:
    """`importing.save(…)` is a sentence of a service; `article.save()` is a write."""
    imported = {path.stem for path in MODULES}
    return isinstance(value, ast.Name) and value.id in imported


def test_modules_stay_readable():
    assert broken(MODULES, lambda text: len(text.splitlines()) <= MODULE_LINES) == []


def test_no_pattern_is_possessive():
    """Before 3.11.5 Python gets some of them wrong; Debian 12 has 3.11.2. (?>…) is the same."""
    texts = [
        (name(path), node.value)
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [(path, text) for path, text in texts if POSSESSIVE.search(text)] == []


def test_templates_are_short_and_fit_the_content_security_policy():
    assert broken(TEMPLATES, lambda text: len(text.splitlines()) <= TEMPLATE_LINES) == []
    assert broken(TEMPLATES, lambda text: not INLINE.search(text)) == []


def test_templates_never_trust_imported_text():
    assert broken(TEMPLATES, lambda text: not TRUSTING.search(text)) == []

"""Rules of the house that a person forgets and a test does not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

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
WRITES = {"save", "delete", "create", "update", "bulk_create", "get_or_create", "filter", "exclude"}


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", VIEWS, ids=name)
def test_views_neither_write_nor_query(path):
    calls = [
        f"{node.func.attr}, line {node.lineno}"
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


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_modules_stay_readable(path):
    assert len(path.read_text("utf-8").splitlines()) <= MODULE_LINES


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_no_pattern_is_possessive(path):
    """Before 3.11.5 Python gets some of them wrong; Debian 12 has 3.11.2. (?>…) is the same."""
    texts = [
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [text for text in texts if POSSESSIVE.search(text)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_are_short_and_fit_the_content_security_policy(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= TEMPLATE_LINES
    assert not re.search(r"\sstyle=|\son[a-z]+=|hx-on|javascript:", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_never_trust_imported_text(path):
    text = path.read_text("utf-8")
    assert not re.search(r"\|\s*safe\b|autoescape off|safeseq", text)

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import matching

PAGE = Path(matching.__file__).parent.parent / "docs" / "matching.md"


@pytest.mark.parametrize("name", matching.__all__)
def test_every_public_name_is_documented(name):
    assert f"`{name}" in PAGE.read_text()
    assert name == "CONTEXT" or getattr(matching, name).__doc__


def test_matching_runs_without_django():
    code = "import matching, sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=PAGE.parent.parent).returncode == 0

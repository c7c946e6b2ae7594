"""What a web process holds in memory once it has started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Only reading sources, news from the web and new words of an article need these, in all 25 MB.
HEAVY = (
    *("charset_normalizer", "feedparser", "lxml", "mammoth", "onnxruntime", "py3langid", "pypdf"),
    *("rapidfuzz", "tokenizers", "trafilatura"),
)
START = """
import sys
import factdesk.wsgi
from django.urls import get_resolver
get_resolver().reverse_dict
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_a_web_process_starts_without_what_only_reading_sources_needs():
    started = subprocess.run([sys.executable, "-c", START], cwd=ROOT, capture_output=True)
    imported = started.stdout.decode().split()
    assert "claims" in imported, started.stderr
    assert set(HEAVY) & set(imported) == set()

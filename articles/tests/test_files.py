"""It finds files and takes them in batches."""

from __future__ import annotations

from pathlib import Path

from articles import files


def test_a_batch_ends_with_its_files_or_its_bytes(tmp_path):
    for name, length in (("a", 1), ("b", 1), ("c", 1), ("d", 90), ("e", 5), ("f", 6)):
        (tmp_path / name).write_bytes(bytes(length))
    paths = [*sorted(tmp_path.iterdir()), Path("gone")]
    batches = files.batches(paths, files=2, size=10)
    assert [[path.name for path in batch] for batch in batches] == [
        ["a", "b"],
        ["c"],
        ["d"],
        ["e"],
        ["f", "gone"],
    ]


def test_no_path_is_no_batch():
    assert list(files.batches([], files=2, size=10)) == []

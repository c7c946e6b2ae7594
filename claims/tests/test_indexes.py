from __future__ import annotations

import matching
from claims import indexes
from claims.indexes import Compared, Kept


def made(count):
    index = matching.StoryIndex([f"Ferry {at} ran aground." for at in range(count)])
    return lambda: Compared(index, None, found=0)


def test_an_index_is_made_once_while_it_is_kept():
    kept = Kept()
    first = kept.get("one", made(3), ready=0)
    assert kept.get("one", made(3), ready=0) is first


def test_one_with_fewer_vectors_than_there_are_is_made_anew():
    kept = Kept()
    first = kept.get("one", made(3), ready=0)
    assert kept.get("one", made(3), ready=1) is not first


def test_the_longest_unused_go_when_the_texts_are_too_many(monkeypatch):
    monkeypatch.setattr(indexes, "TEXTS_KEPT", 6)
    kept = Kept()
    one, two = kept.get("one", made(3), ready=0), kept.get("two", made(3), ready=0)
    assert kept.get("one", made(3), ready=0) is one
    kept.get("three", made(3), ready=0)
    assert kept.get("one", made(3), ready=0) is one
    assert kept.get("two", made(3), ready=0) is not two


def test_one_longer_than_all_that_is_kept_is_kept_alone(monkeypatch):
    monkeypatch.setattr(indexes, "TEXTS_KEPT", 2)
    kept = Kept()
    short, long = kept.get("short", made(1), ready=0), kept.get("long", made(5), ready=0)
    assert kept.get("long", made(5), ready=0) is long
    assert kept.get("short", made(1), ready=0) is not short

"""How widely a point is told, in words."""

from __future__ import annotations


def words(outlets: int, origins: int) -> str:
    """“5 outlets · 2 independent origins”; of one outlet there is no more to say."""
    if outlets < 2:
        return f"{outlets} outlet{'' if outlets == 1 else 's'}"
    return f"{outlets} outlets · {origins} independent origin{'' if origins == 1 else 's'}"

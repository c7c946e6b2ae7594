"""Login, settings and passwords."""

from __future__ import annotations

"""The model that makes vectors: where it is, and why it may not be there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from matching import Encoder, encoder


@cache
def model() -> Encoder:
    """The encoder, loaded once a process, in worker and commands alone. Raises EncoderError."""
    return encoder.load(_folder())


@cache
def absence() -> str:
    """Why there is no encoder here, in a sentence; empty when there is one. Loads nothing."""
    return encoder.missing(_folder())


def _folder() -> Path | None:
    return Path(settings.MODEL_FOLDER) if settings.MODEL_FOLDER else None

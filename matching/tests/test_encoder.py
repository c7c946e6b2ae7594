from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from matching import encoder
from matching.encoder import DIMENSIONS, EncoderError

TEXTS = [
    "The ferry ran aground on the Calder Bank.",
    "",
    "A car ferry has struck a sandbank off the coast.",
    "…",
    "The council raised the price of parking.",
]


@pytest.fixture(scope="module")
def minilm():
    found = encoder.installed()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def vectors(minilm):
    return minilm.encode(TEXTS)


def test_what_means_the_same_is_nearer_than_what_does_not(vectors):
    ferry, _, sandbank, _, council = vectors
    assert ferry @ sandbank > 0.4 > 0.1 > ferry @ council


def test_rows_have_length_one_and_texts_without_words_are_zeros(vectors):
    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 0, 1, 0, 1])


def test_a_vector_does_not_depend_on_the_other_texts(minilm, vectors):
    alone = [minilm.encode([text])[0] for text in TEXTS]
    assert np.array_equal(np.array(alone), vectors)


def test_nothing_in_gives_no_rows(minilm):
    assert minilm.encode([]).shape == (0, DIMENSIONS)


@pytest.mark.parametrize("text", ["ferry " * 10_000, "船が岸に", "\ud800 sea", "a\0b", "🎉5"])
def test_every_text_has_a_vector(minilm, text):
    assert np.linalg.norm(minilm.encode([text])[0]) == pytest.approx(1)


def test_weights_in_a_folder_are_those_of_the_wheels(tmp_path, vectors):
    for name in encoder.SHA256:
        shutil.copy(in_wheel(name), tmp_path / name)
    assert np.array_equal(encoder.load(tmp_path).encode(TEXTS), vectors)


def test_a_folder_without_weights_is_named(tmp_path):
    assert "model.onnx cannot be read: No such file" in encoder.missing(tmp_path)
    assert encoder.missing() == ""
    with pytest.raises(EncoderError, match=r"model\.onnx cannot be read: No such file"):
        encoder.load(tmp_path)


def test_another_model_is_refused(tmp_path):
    (tmp_path / encoder.MODEL_FILE).write_bytes(b"another")
    with pytest.raises(EncoderError, match="its SHA-256 differs"):
        encoder.load(tmp_path)


def test_the_installed_encoder_is_loaded_once(minilm):
    assert encoder.installed() is minilm
    assert minilm.name == encoder.MODEL_NAME


def in_wheel(name):
    package, place = encoder.WHEELS[name]
    return Path(__import__(package).__file__).parent / place

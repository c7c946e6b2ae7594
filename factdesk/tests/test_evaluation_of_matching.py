"""The measures, and the command on two small sets of invented sentences."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest
from django.core.management import CommandError, call_command

from factdesk.evaluation import checkthat, ecb, metrics, thresholds
from factdesk.evaluation.ecb import Pairs
from matching.scoring import LIKELY_FROM, SUGGEST_FROM

LABELS = np.array([True, False, True, False, False])
SCORES = np.array([0.9, 0.8, 0.4, 0.4, 0.1])


def sentence(key, document, text, *, events, entities=("FERRY",)):
    return {
        "id": key, "doc": document, "topic": "1", "sub": "1", "text": text,
        "events": list(events), "ents": list(entities),
    }  # fmt: skip


SENTENCES = [
    sentence("a1", "a", "The ferry ran aground on the bank in fog.", events=["GROUND"]),
    sentence("a2", "a", "All passengers left the ferry by lifeboat.", events=["RESCUE"]),
    sentence("b1", "b", "In fog the ferry hit the bank, and ran aground.", events=["GROUND"]),
    sentence("b2", "b", "The lifeboat took all passengers off the ferry.", events=["RESCUE"]),
    sentence("c1", "c", "The town council met.", events=["MEET", "GROUND"], entities=["TOWN"]),
]
CLAIMS = {
    "corpus": [
        {"id": "7", "title": "Ferry fares", "text": "The ferry costs nothing on Mondays."},
        {"id": "8", "title": "Bridge", "text": "The bridge will be closed for ever."},
    ],
    "queries": [
        {"id": "q", "text": "@selwick so the #ferry costs nothing on Mondays? https://x.example"},
        {"id": "unknown", "text": "Nobody checked this."},
    ],
    "qrels": {"q": ["7"]},
}


@pytest.fixture
def folder(tmp_path):
    for name, found in (
        (ecb.FILE, {"Train": SENTENCES, "Dev": SENTENCES}),
        (checkthat.FILE, CLAIMS),
    ):
        with gzip.open(tmp_path / name, "wt", encoding="utf-8") as file:
            json.dump(found, file)
    return tmp_path


def test_measures_of_pairs_are_what_a_hand_finds():
    assert metrics.roc_auc(LABELS, SCORES) == pytest.approx((3 + 1.5) / 6)
    assert metrics.average_precision(LABELS, SCORES) == pytest.approx((1 + 2 / 3) / 2)
    assert metrics.precision_at_recall(LABELS, SCORES) == 1.0
    assert metrics.precision_at_recall(LABELS, SCORES, 1.0) == pytest.approx(2 / 3)


def test_measures_of_rankings_are_what_a_hand_finds():
    found = metrics.retrieval([np.array([False, True, True]), np.array([True, False, False])])
    assert found.queries == 2
    assert found.map_at_5 == pytest.approx(((1 / 2 + 2 / 3) / 2 + 1) / 2)
    assert (found.mrr, found.recall_at_10, found.precision_at_1) == (0.75, 1.0, 0.5)


def test_sentences_match_by_events_and_an_entity():
    ground, rescue, same, _, council = SENTENCES
    assert ecb.is_match(ground, same) is True
    assert ecb.is_match(ground, rescue) is False
    assert ecb.is_match(ground, council) is None


def test_tweets_lose_links_and_signs(folder):
    claims = checkthat.load(folder)
    assert claims.corpus[0] == "Ferry fares . The ferry costs nothing on Mondays."
    assert claims.queries["test"] == [
        ("selwick so the ferry costs nothing on Mondays?  ", {0}),
    ]


def test_thresholds_say_what_they_keep():
    rows = {row.threshold: row for row in thresholds.table(Pairs(LABELS, SCORES))}
    assert (rows[0.35].recall, rows[0.35].precision) == (1.0, 0.5)
    assert rows[0.50].non_matches == pytest.approx(1 / 3)


def test_marks_are_fitted_to_the_share_of_non_matches_above():
    scores = np.linspace(0, 1, 1001)
    marks = thresholds.fitted_marks(Pairs(scores > 2, scores), with_vectors=False)
    assert 0.35 < marks[SUGGEST_FROM] < marks[LIKELY_FROM] < 1


@pytest.mark.parametrize("options", [[], ["--words-only"]])
def test_the_command_prints_and_writes_every_figure(folder, capsys, options):
    call_command("evaluate_matching", str(folder), "--json", str(folder / "out.json"), *options)
    said = capsys.readouterr().out
    report = json.loads((folder / "out.json").read_text())
    assert ("words and meaning" in report) is not bool(options)
    words = report["words only"]
    assert words["ECB+ Dev, pairs"]["roc_auc"] == 1.0
    assert words["CheckThat! test queries"]["map_at_5"] == 1.0
    assert "ECB+ Train, from 0.15, words only: threshold 0.150, recall" in said
    assert "marks fitted, words only: 0.15 from" in said


def test_a_missing_set_is_a_sentence(tmp_path):
    with pytest.raises(CommandError, match=r"ecbplus_train_dev\.json\.gz: No such file"):
        call_command("evaluate_matching", str(tmp_path), "--words-only")

"""ECB+ (Cybulska and Vossen 2014): sentences of news stories, and what each of them tells of.

A topic is scored as a story with `matching.score_story`; its documents are the articles.
"""

from __future__ import annotations

import gzip
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import matching
from factdesk.evaluation.metrics import Labels, Retrieval, Scores, retrieval

FILE = "ecbplus_train_dev.json.gz"
TRAINING, DEVELOPMENT = "Train", "Dev"


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of sentences of different documents of one topic."""

    labels: Labels  # is it a match?
    scores: Scores


@dataclass(frozen=True, slots=True)
class Measured:
    """A part of the set, its pairs and how each sentence finds its matches in its topic."""

    pairs: Pairs
    retrieval: Retrieval


def load(folder: Path) -> dict[str, list[list[dict[str, Any]]]]:
    """The sentences of each topic, by part. Raises OSError when the file is missing."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as file:
        parts: dict[str, list[dict[str, Any]]] = json.load(file)
    found = {}
    for name, sentences in parts.items():
        topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for sentence in sentences:
            topics[sentence["topic"]].append(sentence)
        found[name] = list(topics.values())
    return found


def measure(topics: list[list[dict[str, Any]]], encoder: matching.Encoder | None) -> Measured:
    labels: list[bool] = []
    scores: list[float] = []
    rankings: list[Labels] = []
    for topic in topics:
        documents = [sentence["doc"] for sentence in topic]
        matrix = matching.score_story([one["text"] for one in topic], documents, encoder=encoder)
        for at, sentence in enumerate(topic):
            others = [k for k, one in enumerate(topic) if one["doc"] != sentence["doc"]]
            known = {k: is_match(sentence, topic[k]) for k in others}
            for k in (k for k in others if k > at and known[k] is not None):
                labels.append(bool(known[k]))
                scores.append(float(matrix[at, k]))
            best = sorted(others, key=lambda k: (-matrix[at, k], k))
            ranking = np.array([known[k] is True for k in best], dtype=bool)
            if ranking.any():
                rankings.append(ranking)
    pairs = Pairs(np.array(labels, dtype=bool), np.array(scores, dtype=float))
    return Measured(pairs, retrieval(rankings))


def is_match(a: dict[str, Any], b: dict[str, Any]) -> bool | None:
    """Do the sentences tell the same? None when that is left open.

    They do with two events and an entity in common, or with the only event of one of them and an
    entity; they do not with no event in common.
    """
    events = set(a["events"]) & set(b["events"])
    if not events:
        return False
    is_only = min(len(set(a["events"])), len(set(b["events"]))) == 1
    has_entity = bool(set(a["ents"]) & set(b["ents"]))
    return True if has_entity and (len(events) > 1 or is_only) else None

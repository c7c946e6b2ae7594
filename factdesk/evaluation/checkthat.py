"""CheckThat! 2020 task 2: which checked claim does a tweet repeat?"""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import matching
from factdesk.evaluation.metrics import Labels, Retrieval, retrieval

FILE = "checkthat2020_task2_en.json.gz"
PARTS = {"test": "", "training": "train_"}
LINK = re.compile(r"https?://\S+|pic\.twitter\.com/\S+")


@dataclass(frozen=True, slots=True)
class Set:
    """Checked claims, and the queries of each part with the claims that they repeat."""

    corpus: list[str]
    queries: dict[str, list[tuple[str, set[int]]]]


def load(folder: Path) -> Set:
    """Raises OSError when the file is missing."""
    with gzip.open(folder / FILE, "rt", encoding="utf-8") as file:
        found: dict[str, Any] = json.load(file)
    places = {claim["id"]: at for at, claim in enumerate(found["corpus"])}
    queries = {
        part: [
            (cleaned(query["text"]), {places[key] for key in wanted})
            for query in found.get(f"{prefix}queries", [])
            if (wanted := found[f"{prefix}qrels"].get(query["id"]))
        ]
        for part, prefix in PARTS.items()
    }
    return Set([f"{claim['title']} . {claim['text']}" for claim in found["corpus"]], queries)


def cleaned(tweet: str) -> str:
    """A tweet without links, `@` and `#`."""
    return LINK.sub(" ", tweet).replace("@", "").replace("#", "")


def measure(claims: Set, encoder: matching.Encoder | None) -> dict[str, Retrieval]:
    """Each part that has queries, ranked as `matching.rank` does."""
    index = matching.StoryIndex(claims.corpus, encoder.encode(claims.corpus) if encoder else None)
    return {
        part: retrieval([_ranking(index, query, wanted, encoder) for query, wanted in queries])
        for part, queries in claims.queries.items()
        if queries
    }


def _ranking(
    index: matching.StoryIndex, query: str, wanted: set[int], encoder: matching.Encoder | None
) -> Labels:
    scores = index.scores(query, encoder.encode([query])[0] if encoder else None)
    order = np.argsort(-np.array(scores), kind="stable")
    return np.isin(order, list(wanted))

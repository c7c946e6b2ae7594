"""Measure how texts are compared, on the research sets that docs/matching.md names."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

import matching
from factdesk.evaluation import checkthat, ecb, metrics, thresholds
from matching import encoder as encoders

MODES = {"words and meaning": True, "words only": False}


class Command(BaseCommand):
    help = "Measures matching on ECB+ and CheckThat! in a folder, with and without the model."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="has the gzipped JSON of the sets")
        parser.add_argument("--json", type=Path, help="write the figures to this file as well")
        parser.add_argument("--words-only", action="store_true", help="leave the model out")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        model = None if options["words_only"] else encoders.installed()
        if model is None and not options["words_only"]:
            raise CommandError("The model is not installed; --words-only measures without it.")
        report = {
            name: _measured(folder, model if has_model else None)
            for name, has_model in MODES.items()
            if model or not has_model
        }
        if options["json"]:
            options["json"].write_text(json.dumps(report, indent=2))
        for mode, sets in report.items():
            for name, figures in sets.items():
                self.stdout.write(f"{name}, {mode}: {_line(figures)}")


def _measured(folder: Path, model: matching.Encoder | None) -> dict[str, dict[str, Any]]:
    try:
        topics, claims = ecb.load(folder), checkthat.load(folder)
    except OSError as error:
        raise CommandError(f"{error.filename}: {error.strerror}.") from error
    found: dict[str, dict[str, Any]] = {}
    for part in (ecb.TRAINING, ecb.DEVELOPMENT):
        measured = ecb.measure(topics[part], model)
        found |= _of_pairs(f"ECB+ {part}", measured.pairs)
        found[f"ECB+ {part}, retrieval"] = asdict(measured.retrieval)
        if part == ecb.TRAINING:
            marks = thresholds.fitted_marks(measured.pairs, with_vectors=model is not None)
            found["marks fitted"] = {f"{score:.2f} from": at for score, at in marks.items()}
    for part, figures in checkthat.measure(claims, model).items():
        found[f"CheckThat! {part} queries"] = asdict(figures)
    return found


def _of_pairs(name: str, pairs: ecb.Pairs) -> dict[str, dict[str, Any]]:
    labels, scores = pairs.labels, pairs.scores
    found: dict[str, dict[str, Any]] = {
        f"{name}, pairs": {
            "matches": int(labels.sum()),
            "non-matches": int((~labels).sum()),
            "roc_auc": metrics.roc_auc(labels, scores),
            "average_precision": metrics.average_precision(labels, scores),
            "precision_at_recall_.5": metrics.precision_at_recall(labels, scores),
        }
    }
    for kept in thresholds.table(pairs):
        found[f"{name}, from {kept.threshold:.2f}"] = asdict(kept)
    return found


def _line(figures: dict[str, Any]) -> str:
    return ", ".join(
        f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}"
        for name, value in figures.items()
    )

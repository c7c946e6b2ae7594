from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from factdesk.evaluation import changed_figures, figures
from factdesk.evaluation.cards import plain_story, topics
from factdesk.evaluation.mislabelled import DIFFERING, MISLABELLED, UNRELATED

PARAPHRASES = [
    ["The ferry carried 241 passengers.", "On board were 241 passengers of the ferry.", 1],
    ["The bridge cost $1.5 million.", "Some $1.5 million went into the bridge.", 1],
    ["The ferry sank.", "The ferry went down.", 1],
    ["Three boats left the harbour.", "Three boats came back.", 0],
]
SENTENCES = [
    {"topic": "1", "sub": "1", "doc": "a", "text": "The ferry carried 241 passengers to Calder ."},
    {
        "topic": "1",
        "sub": "1",
        "doc": "b",
        "text": "The ferry carried 2, 410 passengers to Calder .",
    },
]


@pytest.fixture
def folder(tmp_path):
    for name, content in (
        (changed_figures.FILE, PARAPHRASES),
        ("ecbplus_train_dev.json.gz", {"Train": SENTENCES, "Dev": []}),
    ):
        with gzip.open(tmp_path / name, "wt") as file:
            json.dump(content, file)
    return tmp_path


def test_each_paraphrase_with_a_shared_number_comes_as_it_is_and_changed(folder):
    pairs = list(changed_figures.pairs(changed_figures.load(folder), changed_figures.OTHER))
    assert [(pair.number, pair.is_changed) for pair in pairs] == [
        (0, False),
        (0, True),
        (1, False),
        (1, True),
    ]
    assert "241" in pairs[0].b
    assert "241" not in pairs[1].b


def test_a_change_is_the_same_every_time(folder):
    corpus = changed_figures.load(folder)
    once, again = (list(changed_figures.pairs(corpus, changed_figures.OTHER)) for _ in range(2))
    assert once == again


@pytest.mark.parametrize(
    ("written", "number", "other"),
    [("four", 0, "two"), ("Four", 3, "Six"), ("1", 1, "2"), ("31", 3, "29"), ("1.05", 1, "1.04")],
)
def test_a_nearby_change_keeps_the_form(written, number, other):
    assert changed_figures.NEARBY(written, number) == other


def test_the_measures_read_as_the_documentation_states_them(folder):
    lines = list(figures.measure(folder).lines())
    assert lines[0] == "changed figures, as labelled: P 1.000, R 1.000, F1 1.000"
    assert lines[2] == "changed by one or two, as labelled: P 1.000, R 0.500, F1 0.667"
    assert lines[4] == "topics: 1 cards on 1 pairs, 100.00 %"
    assert lines[5] == "topics, on the cards: count conflict 1"


def test_blanks_around_signs_are_mended(folder):
    (articles,) = topics(folder)
    assert "2,410" in articles[1][0]


def test_a_folder_of_texts_is_a_story_without_short_lines(tmp_path):
    (tmp_path / "one.txt").write_text("Share this\n\nThe ferry carried 241 passengers to Calder.")
    assert plain_story(tmp_path) == [["The ferry carried 241 passengers to Calder."]]


def test_the_command_prints_measures_and_cards(folder, capsys):
    call_command("evaluate_figures", folder, "--cards")
    printed = capsys.readouterr().out
    assert "changed figures, as labelled: P 1.000" in printed
    assert "count conflict: 241 / 2,410\n  The ferry carried 241" in printed


def test_the_command_says_which_set_is_missing(tmp_path):
    with pytest.raises(CommandError, match="mrpc_train"):
        call_command("evaluate_figures", tmp_path)


def test_the_documentation_lists_every_mended_label_with_its_reason():
    rows = (Path(settings.BASE_DIR) / "docs" / "matching.md").read_text().splitlines()
    for reason in set(MISLABELLED.values()):
        (row,) = [row for row in rows if row.startswith(f"| {reason} |")]
        numbers = [str(number) for number in sorted(MISLABELLED) if MISLABELLED[number] == reason]
        assert row == f"| {reason} | {', '.join(numbers)} |"


def test_no_label_is_mended_in_two_ways():
    assert not DIFFERING.keys() & UNRELATED.keys()


def test_pairs_of_two_things_are_left_out_once_labels_are_mended():
    number = min(UNRELATED)
    corpus = [("", "", 0)] * number + [("12 boats sank.", "12 boats sank.", 1)]
    assert changed_figures.found(corpus, are_labels_mended=False).right == 1
    assert changed_figures.found(corpus, are_labels_mended=True).right == 0

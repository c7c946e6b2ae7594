from __future__ import annotations

import pytest

from matching import split


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in split(text)]


def test_sentences_end_at_stops():
    text = "The ferry ran aground. Was anyone hurt? Nobody was! The tide turned."
    assert sentences(text) == [
        "The ferry ran aground.",
        "Was anyone hurt?",
        "Nobody was!",
        "The tide turned.",
    ]


def test_a_line_end_ends_a_sentence_without_a_stop():
    text = "Ferry aground\nBy Asha Verne\n\nThe ferry ran aground.\r\nNobody was hurt"
    assert sentences(text) == [
        "Ferry aground",
        "By Asha Verne",
        "The ferry ran aground.",
        "Nobody was hurt",
    ]


def test_a_unit_behind_a_stroke_is_no_initial():
    assert len(sentences("The limit is 30 km/h. Without it, cables tear.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Harbour master Hale K. Ostrander saw it.",
        "Petra J. A. Vane and A. B. Brey signed the log.",
        "U.S. officials and the U.N. Security Council were told.",
        "The U.S. Coast Guard came.",
        "Mr. Brey met Dr. Vane, Prof. Lund and Gen. Ostrander.",
        "Marrow Lines Inc. Chief Executive Petra Vane spoke.",
        "It left at 6 p.m. Wednesday from Pier No. 5 in St. Mary.",
        "It left at 6.40pm with 1,024.5 tonnes, worth $3.5 million.",
        "The inquiry opened on Nov. 18 in Selwick.",
        "The film “Adrift!” was shown on board.",
        "She waited... and waited.",
        "The clerk (Ms. Lund) read the list [sic] twice.",
        "SELWICK, Mass. — The ferry ran aground.",
        "SELWICK, D.C. — The ferry ran aground.",
        "The storm, e.g. the wind, i.e. the waves, etc. was strong.",
        "See selwick.example.org for more.",
        "They called it a rescue (!) On the quay nobody laughed.",
        "He quoted the log: [...] The pump failed.",
        "... The tide turned.",
        "She waited... 12 days.",
        "“Is it safe?” Ostrander asked.",
        "“Is it safe?” asked the mate.",
        "Писатель А. С. Пушкин приехал.",
        "1. The pump failed.",
        "(b. The standby did not cut in.",
    ],
)
def test_one_sentence_stays_one(sentence):
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It sailed for the U.S.", "The crew was paid."),
        ("It sailed at 6 p.m.", "By seven it was aground."),
        ("She worked for Marrow Lines Inc.", "He did not."),
        ("He said no.", "Nobody asked again."),
        ("They had no plan B.", "There was no time."),
        ("The ship was built in 2019.", "It had one pump."),
        ("He counted twelve.", "12 came back."),
        ("She waited...", "Then the tide turned."),
        ("She waited…", "Then the tide turned."),
        ("The pump failed.[3]", "The standby did not cut in."),
        ("It sank (they said).", "It did not."),
        ("“We could hear them,” he said.", "“They sang.”"),
        ("He called it “a bad night.”", "She agreed."),
        ("He called it “a bad night”.", "She agreed."),
        ("“Is it safe?”", "Ostrander said it was safer than the quay."),
        ("It was “actively sinking”.", "In the end it floated."),
    ],
)
def test_two_sentences_are_parted(first, second):
    assert sentences(f"{first} {second}") == [first, second]


def test_sentences_inside_a_quote_are_sentences_and_keep_their_marks():
    text = "He said: “We heard them singing. You do not hear that.” Then he left."
    assert sentences(text) == [
        "He said: “We heard them singing.",
        "You do not hear that.”",
        "Then he left.",
    ]


def test_a_missing_blank_after_a_closing_quote_is_forgiven():
    assert sentences("It was “safe”.In a day it sank.") == ["It was “safe”.", "In a day it sank."]


def test_signs_left_over_at_the_end_of_a_line_belong_to_its_last_sentence():
    assert sentences("All are safe. 🎉🚢 \nGood. ” )") == ["All are safe. 🎉🚢", "Good. ” )"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¿Qué pasó? ¡Nadie lo sabe! ¿quién?", ["¿Qué pasó?", "¡Nadie lo sabe!", "¿quién?"]),
        ("هل وصلت السفينة؟ نعم. وصلت.", ["هل وصلت السفينة؟", "نعم.", "وصلت."]),
        (
            "船走了。“我看见。”他说。真的吗？！是",
            ["船走了。", "“我看见。”", "他说。", "真的吗？！", "是"],
        ),
        ("「船だ。」と言った。次。", ["「船だ。」と言った。", "次。"]),
        ("नाव डूबी। सब बचे।", ["नाव डूबी।", "सब बचे।"]),
        ("Er ging. „Nein.“ »Komm.« Sie blieb.", ["Er ging.", "„Nein.“", "»Komm.«", "Sie blieb."]),
        ("Il dit : « Oui. » Elle part.", ["Il dit : « Oui. »", "Elle part."]),
    ],
)
def test_other_languages_end_sentences_their_way(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize("text", ["", " \n\t\r\n\u00a0 "])
def test_a_blank_text_has_no_sentences(text):
    assert split(text) == []

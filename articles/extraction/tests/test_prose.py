"""What a reporter wrote stays, however much it sounds like a site."""

from __future__ import annotations

import pytest

from articles.extraction import read_text

BEFORE = (
    "The regional water board said on Tuesday that eleven of the town’s nineteen culverts had"
    " not been cleaned since 2019, and that nobody had been told of it.",
    "Families of the dead have asked for a public inquiry into the flood, which killed four"
    " people in June and left the market square under two metres of water.",
)
AFTER = (
    "The mayor promised in July that the work would be finished by the spring, but the contract"
    " has still not been signed, according to two members of the council.",
)
SPEECH = ["“It was dark,” he said.", '"There is time."', "No.", "Why?", "Listen, he said."]
HEADINGS = [
    "Steadfast allies",
    "‘Begging’ for help",
    "South Wales says it is closely watching the talks",
    "What happened next?",
    "The report",
    "Jobs",
    "Politics",
    "And then the lights went out",
    "Dam safety: what the experts say",
    "¿Y ahora qué?",
]
LISTS = ["1. Clean the culverts", "• The ship left at six.", "- Nine crew are missing", "14:32"]
MENTIONS = [
    "Photos of the dam shared on Facebook and Twitter showed water above the gates.",
    "The photo shows a bridge.",
    "Images from the scene showed two cars on a roof.",
    "The ministry posted the video on its Telegram channel.",
    "Readers can subscribe to the newsletter, the editor said.",
    "Comments by the minister angered the board.",
    "The company said users had accepted its cookie policy and its terms of service.",
    "Ukraine wants to become a member of the club.",
    "Related disputes have kept the court busy for years.",
    "Read more than one page of the report and you will see why.",
    "The claim originally appeared in a Facebook post.",
    "The study was first published in a journal.",
    "Reporting by the newspaper led to two arrests.",
    "The picture agency said it would sue.",
    "The loans are for subscribers to the fund only.",
    "By Wednesday the ships had left.",
    "Share prices fell.",
    "Search teams returned at dawn.",
    "Menu prices doubled in a week.",
    "The next post is at Tarn.",
    "Compartir el agua no fue fácil.",
    "Kommentare wollte er nicht abgeben.",
    "Von Montag an fährt die Fähre wieder.",
    "La publicité a été retirée.",
    "Он написал об этом в Telegram-канале.",
]
SIGNED = ["The agency apologised. (AFP)", "“We will sign up,” the sign said.", "It rained."]
NOTES = [
    "Correction: An earlier version of this article gave the wrong year.",
    "UPDATE: This article was changed to add the board’s answer.",
]
COURTEOUS = [  # nobody is introduced so as the article's author
    "Mr Lind is a freelance engineer who has advised the county since 2019.",
    "Mrs Okafor, 41, is a freelance translator and mother of two.",
    "Dr Brandt is a correspondent for nobody, her lawyer said.",
]


@pytest.mark.parametrize("line", SPEECH + HEADINGS + LISTS + MENTIONS + SIGNED + NOTES)
def test_between_paragraphs_it_is_kept(line):
    page = read_text("\n\n".join([*BEFORE, line, *AFTER]))
    assert [found.text for found in page.lines if found.kept] == [*BEFORE, line, *AFTER]


@pytest.mark.parametrize("line", [*SPEECH[:2], *MENTIONS[4:12], *SIGNED, *COURTEOUS])
def test_as_the_last_line_it_is_kept(line):
    page = read_text("\n\n".join([*BEFORE, *AFTER, line]))
    assert page.lines[-1].kept


@pytest.mark.parametrize("line", ["It was dark.", "“We will stay,” they said.", "He was 84."])
def test_as_the_first_line_it_is_kept(line):
    page = read_text("\n\n".join([line, *BEFORE, *AFTER]))
    assert page.lines[0].kept
    assert page.headline is None


def test_a_paragraph_that_lost_its_full_stop_is_kept():
    broken = AFTER[0].removesuffix(".")
    page = read_text("\n\n".join([BEFORE[0], broken, BEFORE[1]]))
    assert all(line.kept for line in page.lines)


def test_a_text_cut_off_in_its_last_sentence_keeps_it():
    page = read_text("\n\n".join([*BEFORE, *AFTER, "The council will meet on the"]))
    assert page.lines[-1].kept


def test_one_unfinished_sentence_is_a_text():
    page = read_text("Three people were hurt when a bus left the road near Tarn, police said")
    assert [line.kept for line in page.lines] == [True]

"""Articles that a site cuts into pieces, lists among paragraphs, and tables that repeat words."""

from __future__ import annotations

from articles.extraction import read
from articles.extraction.tests.webpage import PARAGRAPHS, web_page

MORE = (
    "The pilot had asked for the channel to be dredged in spring, a letter of the port shows.",
    "Nobody answered the letter, and the channel was two metres shallower by the autumn, he said.",
    "The port says that it passed the letter on to the ministry, where it lies to this day.",
    "A second pilot wrote in August, and got an answer that spoke of money and of patience.",
)


def kept(source: bytes) -> list[str]:
    return [line.text for line in read(source).lines if line.kept]


def test_the_second_piece_of_an_article_is_found_by_its_place():
    def piece(texts):
        paragraphs = "".join(f"<p>{text}</p>" for text in texts)
        return f'<div class="chunk"><div class="text">{paragraphs}</div></div>'

    frame = '<div class="ad"><p>Advertisement</p></div>'
    page = (
        f"<html><body><h1>Ferry aground</h1><div class='story'>{piece(PARAGRAPHS)}{frame}"
        f"{piece(MORE)}</div><div class='more'><p>Night buses are to run until four from March.</p>"
        "</div></body></html>"
    )
    assert kept(page.encode()) == [*PARAGRAPHS, *MORE]


def test_a_list_over_the_first_sentence_is_the_articles_and_a_deck_is_not():
    places = ("Port Merrow", "the Calder Bank", "the harbour", "Port Merrow again")
    rounds = [f"Stop {number}: {place}" for number, place in enumerate(places, 1)]
    first = PARAGRAPHS[0]
    page = web_page().decode()
    above = "".join(f"<p>{text}</p>" for text in rounds)
    listed = page.replace(f"<p>{first}</p>", f"{above}<p>{first}</p>").encode()
    assert kept(listed)[:5] == [*rounds, first]
    decked = page.replace(f"<p>{first}</p>", f"<p>Log and company disagree</p><p>{first}</p>")
    assert kept(decked.encode())[0] == first


def test_what_a_page_repeats_inside_its_article_stays():
    rows = "".join(f"<h3>Letter</h3><p>Crew of nine</p><p>{text}</p>" for text in MORE)
    assert kept(web_page(inside=rows)).count("Crew of nine") == 4


def test_signs_that_show_nothing_are_no_lines():
    assert len(read(web_page(inside="<p>\u200b</p><p>\u200b \u2060</p>")).lines) == len(
        read(web_page()).lines
    )

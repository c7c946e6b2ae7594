"""Articles of a story fall into origins as they come in, and as people say."""

from __future__ import annotations

import itertools

import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from accounts.tests.factories import create_reviewer
from articles import details, importing, origins, outlets
from articles.models import (
    Article,
    Credit,
    Origin,
    OriginEvent,
    OriginSide,
    OutletName,
    Passage,
    SharedCopy,
)
from articles.origins import OriginsMoved
from articles.tests.copied import EDITED, OWN, WIRE
from articles.tests.factories import create_article, create_outlet, create_story

pytestmark = pytest.mark.django_db
REPRINT = f"{WIRE}\n\nThe ferry line has three ships and forty years without a stranding behind it."
TEXTS = {"wire": WIRE, "edited": EDITED, "own": OWN, "reprint": REPRINT}


def grouped(story) -> set[frozenset[str]]:
    """Headlines of the articles of each origin; those alone too."""
    found: dict[object, set[str]] = {}
    for article in Article.objects.filter(story=story):
        found.setdefault(article.origin_id or article.headline, set()).add(article.headline)
    return {frozenset(part) for part in found.values()}


def create_story_of(*names: str):
    story = create_story()
    made = [create_article(text=TEXTS[name], headline=name, story=story) for name in names]
    return story, {article.headline: article for article in made}


@pytest.mark.parametrize("order", [*itertools.permutations(("wire", "edited", "own"))])
def test_copies_and_a_report_of_ones_own_are_two_origins_and_stay_two(order):
    story, _ = create_story_of(*order)
    assert grouped(story) == {frozenset({"wire", "edited"}), frozenset({"own"})}
    create_article(text=REPRINT, headline="reprint", story=story)
    assert grouped(story) == {frozenset({"wire", "edited", "reprint"}), frozenset({"own"})}


def test_a_sentence_in_common_makes_no_origin():
    letters, story = "abcdefghijklmnop", create_story()
    own = "\n\n".join(" ".join(f"{a}word{b}" for b in letters[:9]) for a in letters)
    sentence = "The bank lies an hour off Selwick and has claimed nine ships."
    texts = {"one": f"{WIRE}\n\n{own}", "other": f"{WIRE}\n\n{own.replace('word', 'term')}"}
    texts["apart"] = f"{own.replace('word', 'noun')}\n\n{sentence}"
    for name, text in texts.items():
        create_article(text=text, headline=name, story=story)
    assert SharedCopy.objects.count() == 3
    assert grouped(story) == {frozenset({"one", "other"}), frozenset({"apart"})}


def test_the_part_with_the_oldest_article_keeps_the_origin():
    story, made = create_story_of("wire", "edited")
    before = Article.objects.get(pk=made["wire"].pk).origin_id
    create_article(text=REPRINT, story=story)
    assert set(Article.objects.filter(story=story).values_list("origin", flat=True)) == {before}
    assert Origin.objects.get().number == 1


def test_articles_that_credit_one_agency_have_its_origin():
    story, agency = create_story(), create_outlet(name="Northline", is_agency=True)
    OutletName.objects.create(outlet=agency, name="NLN")
    one = create_article(text=f"{OWN}\n\n(NLN)", headline="credits", story=story)
    create_article(text=WIRE, headline="agency", story=story, outlet=agency)
    byline = {"headline": "part", "byline": "Staff and Northline"}
    create_article(text="The quay was quiet all day and all night long.", story=story, **byline)
    assert grouped(story) == {frozenset({"credits", "agency"}), frozenset({"part"})}
    assert Credit.objects.get(article=one).words == "(NLN)"


def test_corrected_details_and_a_new_text_move_an_article_to_another_origin():
    story, made = create_story_of("wire", "own")
    boss = create_reviewer()
    for name in ("wire", "own"):
        details.correct(made[name], by=boss, credit="Reuters")
    assert grouped(story) == {frozenset({"wire", "own"})}
    details.correct(made["own"], by=boss, credit="")
    assert grouped(story) == {frozenset({"wire"}), frozenset({"own"})}
    new = importing.NewArticle(
        story=story, outlet=made["own"].outlet, headline="own", text=EDITED, source=b"x"
    )
    importing.revise(Article.objects.get(pk=made["own"].pk), new, by=boss)
    assert grouped(story) == {frozenset({"wire", "own"})}


@pytest.mark.django_db(transaction=True)
def test_credits_follow_an_outlet_that_becomes_an_agency_and_is_renamed(do_jobs):
    story, outlet = create_story(), create_outlet(name="Northline")
    create_article(text=f"{OWN}\n\n(Northline)", headline="credits", story=story)
    create_article(text=WIRE, headline="agency", story=story, outlet=outlet)
    plain = dict.fromkeys(("kind", "country", "language", "owner", "zone"), "")
    for name in ("Northline", "Northline News"):
        said = {**plain, "name": name, "is_agency": True, "names": [], "domains": []}
        outlets.correct(outlet, by=create_reviewer(), **said)
        do_jobs()
        assert Credit.objects.get().agency == name
        assert grouped(story) == {frozenset({"credits", "agency"})}


def test_an_article_that_leaves_its_story_leaves_its_origin():
    story, made = create_story_of("wire", "edited")
    other, _ = create_story_of("reprint")
    details.correct(made["edited"], by=create_reviewer(), story=other)
    assert grouped(story) == {frozenset({"wire"})}
    assert grouped(other) == {frozenset({"reprint", "edited"})}


def test_a_person_splits_an_origin_and_later_copies_respect_it():
    story, made = create_story_of("wire", "edited")
    alice = create_reviewer()
    event = origins.split(story, [made["edited"].pk], reason="Has its own interview.", by=alice)
    create_article(text=REPRINT, headline="reprint", story=story)
    assert grouped(story) == {frozenset({"wire", "reprint"}), frozenset({"edited"})}
    origins.undo(event, by=alice)
    assert grouped(story) == {frozenset({"wire", "reprint", "edited"})}
    with pytest.raises(OriginsMoved):
        origins.undo(event, by=alice)


def test_a_person_joins_origins_and_may_take_it_back():
    story, made = create_story_of("wire", "edited", "own")
    alice = create_reviewer()
    keys = [made["own"].pk, made["wire"].pk]
    event = origins.join(story, keys, reason="One press conference.", by=alice)
    assert grouped(story) == {frozenset({"wire", "edited", "own"})}
    with pytest.raises(OriginsMoved):
        origins.join(story, keys, reason="Again.", by=alice)
    origins.undo(event, by=alice)
    assert grouped(story) == {frozenset({"wire", "edited"}), frozenset({"own"})}


def test_what_is_not_there_any_more_is_refused():
    story, made = create_story_of("wire", "edited", "own")
    alice = create_reviewer()
    for keys in ([], [0], [made["own"].pk], [made["own"].pk, made["wire"].pk]):
        with pytest.raises(OriginsMoved):
            origins.split(story, keys, reason="Because.", by=alice)
    assert not OriginEvent.objects.exists()


def test_the_command_finds_what_came_before():
    story, _ = create_story_of("wire", "edited", "own")
    Article.objects.update(origin=None)
    for model in (Passage, SharedCopy):
        model.objects.all().delete()
    call_command("find_origins", verbosity=0)
    assert grouped(story) == {frozenset({"wire", "edited"}), frozenset({"own"})}


def test_an_origin_is_of_its_articles_story():
    _, made = create_story_of("wire", "edited")
    Article.objects.filter(pk=made["wire"].pk).update(story=create_story())
    with pytest.raises(IntegrityError, match="article_origin_of_its_story"), transaction.atomic():
        connection.check_constraints()
    Article.objects.update(origin=None)


@pytest.mark.parametrize(
    ("name", "model", "fields"),
    [
        ("origin_number_unique", Origin, {"number": 1}),
        ("origin_number_from_one", Origin, {"number": 0}),
        ("origin_event_kind_known", OriginEvent, {"kind": "mixed", "reason": "x"}),
        ("origin_event_undoes_iff_undone", OriginEvent, {"kind": "joined", "reason": ""}),
        ("origin_event_undoes_iff_undone", OriginEvent, {"kind": "origin undone"}),
    ],
)
def test_the_database_refuses_rows_that_cannot_be(name, model, fields):
    story, _ = create_story_of("wire", "edited")
    if model is OriginEvent:
        fields = {**fields, "at": timezone.now(), "by": create_reviewer()}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.create(story=story, **fields)


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("credit_once", {}),
        ("credit_kind_known", {"agency": "AFP", "kind": "x"}),
        ("credit_place_whole", {"agency": "AFP", "start": 4, "end": None}),
    ],
)
def test_the_database_refuses_a_credit_that_cannot_be(name, fields):
    article = create_article(text=f"{OWN}\n\n(Reuters)")
    row = {"article": article, "agency": "Reuters", "kind": "credit", "field": "text"}
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Credit.objects.create(**{**row, "words": "(Reuters)", **fields})


def test_what_people_said_of_origins_cannot_be_changed():
    story, made = create_story_of("wire", "edited")
    origins.split(story, [made["edited"].pk], reason="Own.", by=create_reviewer())
    side = OriginSide.objects.first()
    with pytest.raises(IntegrityError, match="origin_side_once"), transaction.atomic():
        OriginSide.objects.create(event=side.event, article=side.article, is_apart=False)
    for rows in (OriginEvent.objects.all(), OriginSide.objects.all()):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        OriginEvent.objects.update(reason="Other.")
    with pytest.raises(DatabaseError), transaction.atomic():
        OriginSide.objects.update(is_apart=True)

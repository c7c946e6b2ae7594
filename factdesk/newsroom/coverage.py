"""People, outlets, stories and articles of the demo newsroom."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import Group

from accounts.models import User
from articles import importing
from articles.models import (
    Article,
    ArticleEvent,
    ArticleEventKind,
    Outlet,
    OutletDomain,
    OutletName,
    Revision,
    Story,
)
from factdesk.newsroom.sources import Newsroom

UNUSABLE = "!" + "x" * 40  # Django's mark of a password nobody can sign in with
JOINED = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
DESK_DELAY = timedelta(minutes=20)  # from an article's publication to its import


def hire(newsroom: Newsroom) -> None:
    for row in newsroom.rows("users", "user"):
        role, teams = row.pop("role"), row.pop("teams", [])
        person = User.objects.create(
            **row, password=UNUSABLE, date_joined=JOINED, is_staff=role == "desk admin"
        )
        person.groups.add(Group.objects.get(name=role))
        person.groups.add(*(Group.objects.get_or_create(name=team)[0] for team in teams))
        newsroom.people[person.username] = person


def found_outlets(newsroom: Newsroom) -> None:
    for row in newsroom.rows("outlets", "outlet"):
        domains, names = row.pop("domains", []), row.pop("names", [])
        outlet = Outlet.objects.create(**row)
        OutletDomain.objects.bulk_create(
            OutletDomain(outlet=outlet, domain=domain) for domain in domains
        )
        OutletName.objects.bulk_create(OutletName(outlet=outlet, name=name) for name in names)
        newsroom.outlets[outlet.slug] = outlet
    editor = newsroom.people["reporter"]
    for row in newsroom.rows("stories", "story"):
        newsroom.stories[row["slug"]] = Story.objects.create(
            **{**row, "summary": row["summary"].strip()}, created_at=JOINED, created_by=editor
        )


def import_articles(newsroom: Newsroom) -> None:
    by = newsroom.people["reporter"]
    for path in sorted((newsroom.folder / "articles").glob("*.txt")):
        _, head, text = path.read_text("utf-8").split("+++\n", 2)
        facts, text = tomllib.loads(head), text.strip()
        facts["story"] = newsroom.stories[facts["story"]]
        facts["outlet"] = newsroom.outlets[facts["outlet"]]
        facts["published_precision"] = facts.pop("precision")
        published = facts.pop("published")
        at = published.astimezone(UTC) + DESK_DELAY
        digest = importing.sha256_of(text)
        article = Article.objects.create(
            **facts,
            published_at=published,
            published_zone=facts["outlet"].zone,
            sha256=digest,
            imported_at=at,
            imported_by=by,
        )
        revision = Revision.objects.create(
            article=article,
            number=1,
            text=text,
            sha256=digest,
            source=text.encode(),
            source_name=path.name,
            media_type="text/plain",
            imported_at=at,
            imported_by=by,
        )
        importing.add_sentences(revision)
        ArticleEvent.objects.create(article=article, kind=ArticleEventKind.IMPORTED, at=at, by=by)
        newsroom.articles[path.stem] = article

"""Finding the articles that share copy with a new text, in its story and across the archive.

Every fourth gram of the text is looked up in the index over all passages: eight words in a row hold
four grams, so none is missed that could make a paragraph a copy by itself. What is found is then
compared gram by gram, with the nearest articles alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from django.db import connection

import matching
from articles import passages
from articles.models import Revision, SharedCopy
from articles.passages import Passages
from matching import SHARED_GRAMS, Overlap, Passage

PROBE_EVERY = SHARED_GRAMS
"""Of the grams of a paragraph, in their order; as many in a row as make a copy."""

PASSAGES_A_GRAM = 60
"""The oldest that have a gram; of a wire story that hundreds print, these are enough to join."""

COMMON_STORIES = 3
"""A gram that stands in so many other stories is a phrase of the trade or standing background. An
event is covered as one story, at times filed as two; the third is no chance."""

INSIDE_TRIED, OUTSIDE_TRIED = 16, 4
"""Articles compared gram by gram, of the same story and of others; those with most hits. Each copy
is joined by one, so so many leave no gap."""

# One look-up in the index for each gram. Newest texts alone: what a correction took out is no copy.
# The last LIMIT changes no answer. PostgreSQL cannot know that most grams are in no other text; it
# expects thousands of hits and would read the whole table of revisions to join them.
HITS = """
    WITH hit AS (
        SELECT probe.revision AS own, passage.revision_id AS found, array_agg(probe.gram) AS grams
        FROM unnest(%s::bigint[], %s::bigint[]) AS probe(revision, gram)
        CROSS JOIN LATERAL (
            SELECT revision_id FROM articles_passage WHERE grams @> ARRAY[probe.gram] LIMIT %s
        ) AS passage
        WHERE passage.revision_id <> probe.revision
        GROUP BY 1, 2
    )
    SELECT hit.own, hit.found, text.article_id, text.story_id, hit.grams
    FROM hit
    CROSS JOIN LATERAL (
        SELECT revision.article_id, article.story_id
        FROM articles_revision AS revision
        JOIN articles_article AS article ON article.id = revision.article_id
        WHERE revision.id = hit.found
        AND NOT EXISTS (
            SELECT 1 FROM articles_revision AS newer
            WHERE newer.article_id = revision.article_id AND newer.number > revision.number
        )
        LIMIT 1
    ) AS text
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that has some grams of the one looked up."""

    revision: int
    article: int
    story: int
    grams: tuple[int, ...]


def follow(revisions: Sequence[Revision], own: Passages) -> list[SharedCopy]:
    """Store what these texts, each its article's newest, share with others; the pairs found.

    `own` are their passages, which are stored already. What was found for their articles before
    goes. The caller holds the stories.
    """
    articles = [revision.article_id for revision in revisions]
    SharedCopy.objects.of_any(articles).delete()
    found = {(row.a_id, row.b_id): row for row in _found(revisions, own)}
    return SharedCopy.objects.bulk_create(found.values(), ignore_conflicts=True)


def texts_to_read(*, afresh: bool = False) -> list[int]:
    """Keys of the newest text of each article that has no passages yet, or of every article.

    A text without a paragraph long enough stays among them; reading it costs nothing.
    """
    newest = Revision.objects.newest_of().values("pk")
    texts = Revision.objects.filter(pk__in=newest).order_by("pk")
    if not afresh:
        texts = texts.filter(copy_passages=None)
    return list(texts.values_list("pk", flat=True))


def _found(revisions: Sequence[Revision], own: Passages) -> Iterator[SharedCopy]:
    hits = _hits(own)
    common = {key: _common(hits[key], own[key], story) for key, story in _stories(revisions, hits)}
    tried = {
        revision.pk: _nearest(hits[revision.pk], common[revision.pk], revision)
        for revision in revisions
        if revision.pk in hits
    }
    others = passages.of_revisions(key for found in tried.values() for key in found)
    for revision in revisions:
        for key, article in tried.get(revision.pk, {}).items():
            shared = matching.shared_copy(
                own[revision.pk], others[key], without=common[revision.pk]
            )
            if shared.grams and article != revision.article_id:
                yield _row(revision.article_id, article, shared)


def _stories(
    revisions: Iterable[Revision], hits: Mapping[int, list[Hit]]
) -> Iterator[tuple[int, int]]:
    return ((one.pk, one.article.story_id) for one in revisions if one.pk in hits)


def _hits(own: Passages) -> dict[int, list[Hit]]:
    """Who has the grams that are looked up, by revision; one query."""
    probes = [
        (key, gram)
        for key, found in own.items()
        for gram in dict.fromkeys(gram for one in found for gram in one.grams[::PROBE_EVERY])
    ]
    hits: dict[int, list[Hit]] = defaultdict(list)
    if probes:
        keys, grams = map(passages.array_of, zip(*probes, strict=True))
        with connection.cursor() as cursor:
            cursor.execute(HITS, [keys, grams, PASSAGES_A_GRAM])
            for key, revision, article, story, found in cursor.fetchall():
                hits[key].append(Hit(revision, article, story, tuple(found)))
    return hits


def _common(hits: Iterable[Hit], own: Sequence[Passage], story: int) -> frozenset[int]:
    """The grams that are no evidence: those in COMMON_STORIES others, and their neighbours.

    A phrase is longer than the gram that was looked up, so what stands up to the next one on either
    side goes with it.
    """
    stories: dict[int, set[int]] = defaultdict(set)
    for hit in hits:
        if hit.story != story:
            for gram in hit.grams:
                stories[gram].add(hit.story)
    known = {gram for gram, found in stories.items() if len(found) >= COMMON_STORIES}
    if not known:
        return frozenset()
    return frozenset(
        near
        for one in own
        for at, gram in enumerate(one.grams)
        if gram in known
        for near in one.grams[max(0, at - PROBE_EVERY + 1) : at + PROBE_EVERY]
    )


def _nearest(hits: Iterable[Hit], common: Set[int], revision: Revision) -> dict[int, int]:
    """The texts to compare with and their articles: most hits first, the oldest among equals."""
    counted = {hit: len(set(hit.grams) - common) for hit in hits}
    ordered = sorted(
        (hit for hit, count in counted.items() if count),
        key=lambda hit: (-counted[hit], hit.article),
    )
    story = revision.article.story_id
    inside = [hit for hit in ordered if hit.story == story][:INSIDE_TRIED]
    outside = [hit for hit in ordered if hit.story != story][:OUTSIDE_TRIED]
    return {hit.revision: hit.article for hit in (*inside, *outside)}


def _row(article: int, other: int, shared: Overlap) -> SharedCopy:
    """The pair in the order of its keys."""
    is_first = article < other
    return SharedCopy(
        a_id=min(article, other),
        b_id=max(article, other),
        grams=shared.grams,
        share_a=shared.a if is_first else shared.b,
        share_b=shared.b if is_first else shared.a,
    )

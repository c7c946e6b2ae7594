"""What is marked: claims of every status, the points they make, their links and conflicts."""

from __future__ import annotations

from benchmarks.desk.tables import execute, in_parts, insert
from benchmarks.desk.texts import FIRST_REVISED, KNOWN, REVIEWERS, REVISED_EVERY, SENTENCES
from claims.models import Attribution, Claim, Cluster, Discrepancy, Link, Relocation
from claims.priority import NO_DUE_TIME

A_POINT = 4  # claims, each of another article
JOINED = 2  # claims of each article that are in a point
SUGGESTED = 2  # position of the claim that Fact Desk compares with one of the next article
OLDER_SHARE = 0.35
MOST_A_TEXT = SENTENCES - 2  # claims; the last sentences stay free to be marked

RANKS = """
    CREATE UNLOGGED TABLE bench_rank AS
    SELECT id AS article, story_id AS story, outlet_id AS outlet, imported_at AS at,
        row_number() OVER in_order - 1 AS rank, count(*) OVER (PARTITION BY story_id) AS of_story
    FROM articles_article WINDOW in_order AS (PARTITION BY story_id ORDER BY id)
"""
# Of the older claims nearly all are decided, of the newer ones few: `fate` says whether, `outcome`
# how. `party` says which four it stands with.
MARKED = f"""
    CREATE UNLOGGED TABLE bench_claim AS
    SELECT key AS id, article, position, start, "end", sentence, story, outlet, rank,
        at + make_interval(mins => 5 + position) AS at,
        CASE WHEN fate > CASE WHEN key < %(claims)s * {OLDER_SHARE} THEN 0.95 ELSE 0.1 END
            THEN 'unreviewed' WHEN outcome < 0.4 THEN 'verified'
            WHEN outcome < 0.7 THEN 'disputed' ELSE 'unresolved' END AS status,
        mod(article, {REVISED_EVERY}) = {FIRST_REVISED} AS is_changed,
        CASE WHEN position < {JOINED} AND rank < of_story - mod(of_story, {A_POINT})
            THEN rank / {A_POINT} END AS party
    FROM bench_place JOIN bench_rank USING (article)
    CROSS JOIN LATERAL (SELECT (article - 1) * %(a_text)s + position + 1) numbered(key)
    CROSS JOIN LATERAL (SELECT bench_draw(key, 6), bench_draw(key, 11)) drawn(fate, outcome)
    WHERE position < %(a_text)s
"""
POINTS = """
    CREATE UNLOGGED TABLE bench_point AS
    SELECT row_number() OVER (ORDER BY story, party, position) AS id, story, party, position,
        row_number() OVER (PARTITION BY story ORDER BY party, position) AS number
    FROM (SELECT DISTINCT story, party, position FROM bench_claim WHERE party IS NOT NULL) parties
"""
# The first claim of a point with each other one; the last contradicts it in every fourth point.
JOINING = f"""
    CREATE UNLOGGED TABLE bench_link AS
    SELECT row_number() OVER (ORDER BY a.id, b.id) AS id, a.id AS a, b.id AS b,
        b.rank - a.rank AS number, a.at + interval '1 hour' AS at,
        CASE WHEN mod(point.id, 4) = 0 AND b.rank = a.rank + {A_POINT - 1}
            THEN 'contradicts' ELSE 'same' END AS kind
    FROM bench_point point
    JOIN bench_claim a USING (story, party, position)
    JOIN bench_claim b USING (story, party, position)
    WHERE mod(a.rank, {A_POINT}) = 0 AND b.rank > a.rank
"""
COUNTED = f"""
    CASE WHEN party IS NULL THEN 0 WHEN mod(rank, {A_POINT}) = 0 THEN {A_POINT - 1} ELSE 1 END
"""
VERSION = f"2 + {COUNTED} + (status <> 'unreviewed')::integer"
IS_DUE, DUE = "mod(id, 40) = 7", "at + interval '5 days'"
PERSON = f"2 + mod(id, {REVIEWERS})"


def write_claims(articles: int, claims: int) -> None:
    """`claims` of them, as many in each article; more than MOST_A_TEXT have no room."""
    a_text = claims // articles
    if not 1 <= a_text <= MOST_A_TEXT or claims % articles:
        raise ValueError(f"claims: 1 to {MOST_A_TEXT} for each article, as many in each")
    execute(RANKS, "ANALYZE bench_rank")
    execute(MARKED, a_text=a_text, claims=claims)
    execute("ANALYZE bench_claim", POINTS, "CREATE INDEX ON bench_claim (id)")
    execute("CREATE INDEX ON bench_claim (story, party, position)", "ANALYZE bench_point", JOINING)
    known = min(KNOWN, SENTENCES * articles)
    in_parts(claims, _claims(), _attributions(), known=known, never=NO_DUE_TIME)
    execute(_points(), _links(), _suggestions(), _conflicts())
    execute(_relocations(articles))


def _claims() -> str:
    source = """(
        SELECT c.*, known.words AS quote, other.words AS other, text,
            point.id AS point, bench_draw(c.id, 8) AS chance
        FROM bench_claim c
        JOIN bench_text USING (article)
        JOIN bench_sentence known ON known.id = c.sentence
        JOIN bench_sentence other
            ON other.id = 1 + floor(bench_draw(c.id, 7) * %(known)s)::integer
        LEFT JOIN bench_point point USING (story, party, position)
        WHERE c.id BETWEEN %(first)s AND %(last)s
        ORDER BY c.id
    ) marked"""
    return insert(
        Claim,
        source,
        id="id",
        revision_id="article",
        article_id="article",
        story_id="story",
        outlet_id="outlet",
        start="start",
        end='"end"',
        quote="quote",
        prefix="substr(text, greatest(start - 31, 1), least(start, 32))",
        suffix='substr(text, "end" + 1, 32)',
        statement="CASE WHEN mod(id, 4) = 0 THEN left(other, 80) ELSE '' END",
        attribution="CASE WHEN mod(id, 3) = 0 THEN 'the ' || split_part(other, ' ', 2) ELSE '' END",
        status="status",
        current_verdict_id="CASE WHEN status <> 'unreviewed' THEN id END",
        version=VERSION,
        waiting_since="""CASE WHEN is_changed THEN at + interval '2 days'
            WHEN status = 'unreviewed' THEN at
            WHEN status = 'unresolved' AND chance < 0.2 THEN at + interval '25 hours' END""",
        open_relocation_id="CASE WHEN is_changed THEN id END",
        due_at=f"CASE WHEN {IS_DUE} THEN {DUE} END",
        due_order=f"CASE WHEN {IS_DUE} THEN {DUE} ELSE %(never)s::timestamptz END",
        assignee_id=f"CASE WHEN {IS_DUE} AND status = 'unreviewed' THEN {PERSON} END",
        cluster_id="point",
        is_evidenced="status = 'verified'",
        dated_at="at",
        marked_at="at",
        marked_by_id=PERSON,
    )


def _attributions() -> str:
    """A third confirmed with the claim's own words, a third proposed."""
    source = """(
        SELECT id, at, mod(id, 3) = 0 AS is_said, CASE WHEN mod(id, 3) = 0
            THEN (SELECT attribution FROM claims_claim claim WHERE claim.id = marked.id)
            ELSE 'the coastguard' END AS who
        FROM bench_claim marked WHERE mod(id, 3) < 2 AND id BETWEEN %(first)s AND %(last)s
    ) said"""
    return insert(
        Attribution,
        source,
        id="id",
        claim_id="id",
        state="CASE WHEN is_said THEN 'confirmed' ELSE 'proposed' END",
        chain="ARRAY[who]",
        strength="'stated'",
        is_named="false",
        proposed_at="CASE WHEN NOT is_said THEN at END",
        decided_at="CASE WHEN is_said THEN at END",
        decided_by_id=f"CASE WHEN is_said THEN {PERSON} END",
    )


def _points() -> str:
    return insert(Cluster, "bench_point", id="id", story_id="story", number="number")


def _links() -> str:
    return insert(
        Link,
        "bench_link",
        id="id",
        a_id="a",
        b_id="b",
        kind="kind",
        state="'confirmed'",
        decided_at="at",
        decided_by_id=PERSON,
    )


def _suggestions() -> str:
    """Of two articles in a row; a few a person has turned down."""
    source = f"""(
        SELECT row_number() OVER (ORDER BY a.id) + (SELECT count(*) FROM bench_link) AS id,
            a.id AS a, b.id AS b, b.at, bench_draw(a.id, 9) AS chance
        FROM bench_claim a JOIN bench_claim b USING (story, position)
        WHERE position = {SUGGESTED} AND mod(a.rank, 2) = 0 AND b.rank = a.rank + 1
            AND a.outlet <> b.outlet
    ) compared"""
    return insert(
        Link,
        source,
        id="id",
        a_id="a",
        b_id="b",
        kind="'same'",
        state="CASE WHEN chance < 0.1 THEN 'rejected' ELSE 'suggested' END",
        score="0.5 + chance / 2",
        reasons="ARRAY['words in both']",
        suggested_at="at",
        decided_at="CASE WHEN chance < 0.1 THEN at + interval '1 hour' END",
        decided_by_id=f"CASE WHEN chance < 0.1 THEN {PERSON} END",
    )


def _conflicts() -> str:
    """Figures that disagree in all contradictions and a tenth of the rest; a third is settled."""
    source = """(
        SELECT *, bench_draw(id, 10) < 0.33 AS is_settled
        FROM bench_link WHERE kind = 'contradicts' OR mod(id, 10) = 0
    ) found"""
    return insert(
        Discrepancy,
        source,
        id="id",
        link_id="id",
        kind="'count'",
        grade="'conflict'",
        subject="'people on board'",
        value_a="(200 + mod(id, 90))::text",
        value_b="(300 + mod(id, 90))::text",
        start_a="0",
        end_a="3",
        start_b="0",
        end_b="3",
        found_at="at",
        resolution="CASE WHEN is_settled THEN 'compatible' ELSE '' END",
        reason="CASE WHEN is_settled THEN 'Both were counted.' ELSE '' END",
        resolved_at="CASE WHEN is_settled THEN at + interval '1 hour' END",
        resolved_by_id=f"CASE WHEN is_settled THEN {PERSON} END",
    )


def _relocations(articles: int) -> str:
    source = "(SELECT c.*, quote FROM bench_claim c JOIN claims_claim USING (id) WHERE is_changed)"
    return insert(
        Relocation,
        f"{source} changed",
        id="id",
        claim_id="id",
        from_revision_id="article",
        to_revision_id=f"{articles} + article",
        outcome="'lost'",
        score="0.1",
        old_start="start",
        old_end='"end"',
        old_quote="quote",
        found_at="at + interval '2 days'",
        waited_since="CASE WHEN status = 'unreviewed' THEN at END",
        state="'open'",
    )

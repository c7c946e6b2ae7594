"""What people did with the claims: verdicts, what these rest on, and the history."""

from __future__ import annotations

from benchmarks.desk.marks import PERSON, VERSION
from benchmarks.desk.tables import execute, in_parts, insert
from claims.models import Event, Evidence, Verdict, VerdictEvidence

SHARE = "bench_claim WHERE id BETWEEN %(first)s AND %(last)s"
DECIDED_AT = "at + interval '1 day'"
RATIONALE = (
    "'The figure is that of the log, which two people read independently of each other;"
    " case ' || id || '.'"
)


def write_decisions(claims: int) -> None:
    in_parts(claims, _verdicts(), _evidence(), _resting(), _marks(), _told(claims))
    execute(_linked(claims))


def _verdicts() -> str:
    source = """(
        SELECT c.*, quote FROM bench_claim c JOIN claims_claim USING (id)
        WHERE id BETWEEN %(first)s AND %(last)s AND c.status <> 'unreviewed'
    ) decided"""
    return insert(
        Verdict,
        source,
        id="id",
        claim_id="id",
        status="status",
        rationale=RATIONALE,
        revision_id="article",
        quote="quote",
        waited_since="at",
        decided_at=DECIDED_AT,
        decided_by_id=PERSON,
    )


def _evidence() -> str:
    return insert(
        Evidence,
        f"{SHARE} AND status = 'verified'",
        id="id",
        claim_id="id",
        title="'Harbour log ' || id",
        citation="'Harbour log, page ' || id",
        added_at=DECIDED_AT,
        added_by_id=PERSON,
    )


def _resting() -> str:
    source = f"{SHARE} AND status = 'verified'"
    return insert(VerdictEvidence, source, id="id", verdict_id="id", evidence_id="id")


def _marks() -> str:
    return insert(
        Event,
        SHARE,
        id="id",
        claim_id="id",
        kind="'marked'",
        at="at",
        by_id=PERSON,
        version="2",
    )


def _told(claims: int) -> str:
    return insert(
        Event,
        f"{SHARE} AND status <> 'unreviewed'",
        id=f"{claims} + id",
        claim_id="id",
        kind="'decided'",
        at=DECIDED_AT,
        by_id=PERSON,
        version=VERSION,
        verdict_id="id",
    )


def _linked(claims: int) -> str:
    """Both ends tell of a link; the first claim of a point of each of its own."""
    source = f"""(
        SELECT {2 * claims} + 2 * id AS key, id, a AS claim, b AS other, kind, at, number
        FROM bench_link UNION ALL
        SELECT {2 * claims} + 2 * id + 1, id, b, a, kind, at, 1 FROM bench_link
    ) told"""
    return insert(
        Event,
        source,
        id="key",
        claim_id="claim",
        kind="'linked'",
        at="at",
        by_id=PERSON,
        version="2 + number",
        other_id="other",
        link_kind="kind",
    )

"""The statement that finds the most pressing claim that is free for a person, and takes it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS, connection

from accounts.models import User
from claims.models import Claim
from web.prepared import rows_of, with_constants

if TYPE_CHECKING:
    from accounts.roles import Role
    from claims.querysets import ClaimQuerySet

Statement = tuple[str, list[Any]]

# What a statement is written for before it is known who asks and when. No row has such values.
SOMEBODY, SOMETIME = -1, datetime(1, 1, 1, tzinfo=UTC)
WHOLE = Claim.objects.all()
UNREAD = ("vector", "code", "vector_model")  # as the manager of claims leaves out
READ = [field for field in Claim._meta.concrete_fields if field.name not in UNREAD]
NAMES, COLUMNS = [field.attname for field in READ], [f'"{field.column}"' for field in READ]
TAKEN = (
    "UPDATE claims_claim SET reviewer_id = {by}, leased_until = {until}"  # noqa: S608  our own SQL
    f" WHERE id = {{found}} RETURNING {', '.join(COLUMNS)}"
)


def take_first(queue: ClaimQuerySet, *, by: User, at: datetime, until: datetime) -> Claim | None:
    """Lease the first claim of the queue in this person's turn that is free; none where none is,
    or where they hold one.

    One UPDATE over the first row that no other transaction has locked, of the first of the turns
    that has one; the later ones are not asked then.
    """
    if queue.query.where in (WHOLE.query.where, WHOLE.active().query.where):
        given = {"somebody": by.pk, "sometime": at, "until": until}
        taken = rows_of(_of_whole_queue(by.role), given, connection)
        return next((Claim.from_db(DEFAULT_DB_ALIAS, NAMES, row) for row in taken), None)
    sql, params = _finding(queue, by=by, at=at)
    rows = Claim.objects.raw(TAKEN.format(by="%s", until="%s", found=sql), [by.pk, until, *params])
    return next(iter(rows), None)


@cache
def _of_whole_queue(role: Role) -> str:
    """The whole queue is what most ask for, and both writing and planning its statement take longer
    than running it; so it is written once for each role, to be prepared."""
    somebody = User(pk=SOMEBODY)
    somebody.role = role
    sql, params = _finding(WHOLE, by=somebody, at=SOMETIME)
    names = {SOMEBODY: "somebody", SOMETIME: "sometime"}
    found = with_constants(sql, params, names.get, connection)
    return TAKEN.format(by="%(somebody)s", until="%(until)s", found=found)


def _finding(queue: ClaimQuerySet, *, by: User, at: datetime) -> Statement:
    """The key of the claim: a subquery for each turn, and none of them is asked, nor a row locked,
    where the person holds a claim.

    NO KEY, because an event written for a claim locks its key and must not hide it from the queue.
    """
    held, params = _sql(Claim.objects.held_by(by, at=at).order_by())
    found: list[str] = []
    for turn in queue.free_for(by, at=at).in_turn_for(by, at=at):
        sql, given = _sql(turn.select_for_update(skip_locked=True, no_key=True)[:1])
        found.append(f"({sql})")
        params += given
    return f"CASE WHEN NOT EXISTS ({held}) THEN coalesce({', '.join(found)}) END", params


def _sql(claims: ClaimQuerySet) -> Statement:
    sql, params = claims.values("pk").query.sql_with_params()
    return sql, list(params)

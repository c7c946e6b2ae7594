"""Finding, making and correcting outlets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import slugs
from articles.constraints import broken_by
from articles.errors import ArticleError
from articles.models import Outlet, OutletDomain, OutletEvent, OutletEventKind, OutletName

if TYPE_CHECKING:
    from accounts.models import User

PLAIN = ("name", "kind", "country", "language", "owner", "is_agency", "zone")
# What credits may follow from: of any outlet, and of an agency.
OF_CREDITS, OF_AGENCIES = frozenset({"is_agency", "owner"}), frozenset({"name", "names"})
TAKEN = {
    "outlet_name_unique": "Another outlet has this name.",
    "outlet_other_name_unique": "Another outlet goes by one of these names.",
    "articles_outletdomain_domain_key": "Another outlet publishes on one of these domains.",
}
ATTEMPTS = 5  # others may make the same outlet at the same moment, or take its slug


def named(name: str) -> Outlet:
    """The outlet of that name, whatever its case; a new one when the desk knows none."""
    for _ in range(ATTEMPTS):
        if known := Outlet.objects.called(name):
            return known
        try:
            with transaction.atomic():
                return Outlet.objects.create(name=name, slug=slugs.free(Outlet, name))
        except IntegrityError as error:
            broken_by(error, "outlet_name_unique", "articles_outlet_slug_key")
    raise ArticleError(f"Others are adding “{name}” at this moment. Save again.")


def named_all(names: Iterable[str]) -> dict[str, Outlet]:
    """As `named` for each; by their names in lower case."""
    wanted = {name.lower(): name for name in names}
    known = Outlet.objects.called_any(wanted)
    missing = sorted(wanted.keys() - known.keys())
    if len(missing) > 1:
        _make_with_plain_slugs([wanted[lower] for lower in missing])
        known |= Outlet.objects.called_any(missing)
    return known | {lower: named(wanted[lower]) for lower in missing if lower not in known}


def _make_with_plain_slugs(names: Sequence[str]) -> None:
    """Make those whose plain slug is free; others may make the same at this moment."""
    wanted = {slugs.plain(Outlet, name): name for name in names}
    taken = Outlet.objects.filter(slug__in=wanted).values_list("slug", flat=True)
    free = wanted.keys() - slugs.RESERVED.union(taken)
    Outlet.objects.bulk_create(
        (Outlet(name=name, slug=slug) for slug, name in wanted.items() if slug in free),
        ignore_conflicts=True,
    )


class Corrections(TypedDict):
    """All that a person says of an outlet."""

    name: str
    kind: str
    country: str
    language: str
    owner: str
    is_agency: bool
    zone: str
    names: Collection[str]
    domains: Collection[str]


@transaction.atomic
def correct(outlet: Outlet, *, by: User, **said: Unpack[Corrections]) -> list[OutletEvent]:
    """Change what the desk knows of an outlet; one event for each detail that is really another.

    Its address on the desk stays, and so does the name that it had, among its other names. Raises
    ArticleError when another outlet has one of the names or domains.
    """
    row = Outlet.objects.select_for_update(no_key=True).get(pk=outlet.pk)
    before = details_of(row)
    names = _without_own(said["name"], [*said["names"], *_name_given_up(row, said["name"])])
    _refuse_names_of_others(row, [said["name"], *names])
    try:
        with transaction.atomic():
            plain = {name: value for name, value in said.items() if name in PLAIN}
            Outlet.objects.filter(pk=row.pk).update(**plain)
            _keep_names(row, names)
            _keep_domains(row, said["domains"])
    except IntegrityError as error:
        raise ArticleError(TAKEN[broken_by(error, *TAKEN)]) from error
    outlet.refresh_from_db()
    return tell(outlet, before, by=by)


def details_of(outlet: Outlet) -> dict[str, str]:
    """What the desk knows, as its history tells it."""
    plain = {name: getattr(outlet, name) for name in PLAIN}
    return {
        **{name: str(value) for name, value in plain.items()},
        "is_agency": "yes" if outlet.is_agency else "no",
        "names": "; ".join(outlet.names.values_list("name", flat=True)),
        "domains": "; ".join(outlet.domains.values_list("domain", flat=True)),
    }


def tell(outlet: Outlet, before: Mapping[str, str], *, by: User) -> list[OutletEvent]:
    """Write to its history what of `details_of` is another now, and have credits follow."""
    at, after = timezone.now(), details_of(outlet)
    events = OutletEvent.objects.bulk_create(
        OutletEvent(
            outlet=outlet,
            kind=OutletEventKind.EDITED,
            field=name,
            before=before[name],
            after=after[name],
            at=at,
            by=by,
        )
        for name in after
        if before[name] != after[name]
    )
    changed = {event.field for event in events}
    if changed & OF_CREDITS or (outlet.is_agency and changed & OF_AGENCIES):
        from articles import jobs

        jobs.read_credits_later(outlet, names={before["name"], outlet.name})
    return events


def _name_given_up(outlet: Outlet, name: str) -> list[str]:
    """The name it has, when it gets another: articles may go on to call it so."""
    return [] if outlet.name.lower() == name.lower() else [outlet.name]


def _without_own(own: str, names: Iterable[str]) -> list[str]:
    """The names, whatever their case each once, without the outlet's own."""
    by_lower = {name.lower(): name for name in reversed([*names])}
    by_lower.pop(own.lower(), None)
    return sorted(by_lower.values())


def _refuse_names_of_others(outlet: Outlet, names: Iterable[str]) -> None:
    for name, other in Outlet.objects.called_any(names).items():
        if other.pk != outlet.pk:
            called = next(one for one in names if one.lower() == name)
            raise ArticleError(
                f"Another outlet is called “{called}”"
                + (f": {other.name}." if other.name.lower() != name else ".")
            )


def _keep_names(outlet: Outlet, names: Collection[str]) -> None:
    outlet.names.exclude(name__in=names).delete()
    known = outlet.names.values_list("name", flat=True)
    OutletName.objects.bulk_create(
        OutletName(outlet=outlet, name=name) for name in names if name not in known
    )


def _keep_domains(outlet: Outlet, domains: Collection[str]) -> None:
    outlet.domains.exclude(domain__in=domains).delete()
    known = outlet.domains.values_list("domain", flat=True)
    OutletDomain.objects.bulk_create(
        OutletDomain(outlet=outlet, domain=domain)
        for domain in sorted({*domains}.difference(known))
    )

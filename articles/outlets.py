"""Finding, making and correcting outlets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from django.db import IntegrityError, transaction

from articles import slugs
from articles.constraints import broken_by
from articles.errors import ArticleError
from articles.models import Outlet, OutletDomain

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


def correct(
    outlet: Outlet,
    *,
    name: str,
    kind: str,
    owner: str,
    is_agency: bool,
    zone: str,
    domains: Collection[str],
) -> None:
    """Change what the desk knows of an outlet; its address on the desk stays.

    Raises ArticleError when another outlet has the name or one of the domains.
    """
    outlet.name, outlet.kind, outlet.owner = name, kind, owner
    outlet.is_agency, outlet.zone = is_agency, zone
    try:
        with transaction.atomic():
            outlet.save(update_fields=["name", "kind", "owner", "is_agency", "zone"])
            _keep_domains(outlet, domains)
    except IntegrityError as error:
        names = ("outlet_name_unique", "articles_outletdomain_domain_key")
        if broken_by(error, *names) == "outlet_name_unique":
            raise ArticleError(f"Another outlet is called “{name}”.") from error
        raise ArticleError("Another outlet publishes on one of these domains.") from error


def _keep_domains(outlet: Outlet, domains: Collection[str]) -> None:
    outlet.domains.exclude(domain__in=domains).delete()
    known = outlet.domains.values_list("domain", flat=True)
    OutletDomain.objects.bulk_create(
        OutletDomain(outlet=outlet, domain=domain)
        for domain in sorted({*domains}.difference(known))
    )

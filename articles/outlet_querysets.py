"""Questions over outlets, their names and domains."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Length, Lower

from articles import natural_keys

if TYPE_CHECKING:
    from articles.models import (
        Outlet,
        OutletDomain,
        OutletEvent,  # noqa: F401  # ruff does not see OutletEvent below
        OutletName,
    )


class OutletManager(models.Manager["Outlet"]):
    def for_list(self) -> QuerySet[Outlet]:
        """With its domains, its other names and `article_count`."""
        from articles.models import Article

        counts = (
            Article.objects.filter(outlet=OuterRef("pk"))
            .order_by()
            .values("outlet")
            .annotate(n=Count("pk"))
            .values("n")
        )
        counted = self.annotate(article_count=Coalesce(Subquery(counts), 0))
        return counted.prefetch_related("domains", "names")

    def hold(self, keys: Iterable[int]) -> int:
        """Lock these outlets for a save: others wait with theirs, nobody waits in a circle.

        How many of them are still there; one may have been merged into another.
        """
        rows = self.select_for_update(no_key=True).filter(pk__in=set(keys)).order_by("pk")
        return len(rows.values_list("pk"))

    def hold_to_delete(self, key: int) -> None:
        """Lock this outlet also against rows that are about to point to it."""
        len(self.select_for_update().filter(pk=key).values_list("pk"))

    def merged_from(self, slug: str) -> Outlet | None:
        """The outlet that took in the one that had this address, and has not got it itself."""
        from articles.models import OutletEvent, OutletEventKind

        if self.filter(slug=slug).exists():
            return None
        merges = OutletEvent.objects.filter(kind=OutletEventKind.MERGED, before=slug)
        newest = merges.select_related("outlet").first()
        return newest.outlet if newest else None

    def agency_names(self) -> tuple[tuple[str, str], ...]:
        """What the wire agencies that the desk knows are called, each with its outlet's name."""
        agencies = self.filter(is_agency=True).order_by("name", "names__name")
        pairs = list(agencies.values_list("names__name", "name"))
        own = dict.fromkeys((name, name) for _, name in pairs)
        return (*own, *((other, name) for other, name in pairs if other))

    def called(self, name: str) -> Outlet | None:
        """The outlet of that name, whatever its case; else the one that goes by it as well."""
        lower = Lower(Value(name))
        own = self.alias(lower=Lower("name")).filter(lower=lower).first()
        return own or self.alias(lower=Lower("names__name")).filter(lower=lower).first()

    def called_any(self, names: Iterable[str]) -> dict[str, Outlet]:
        """As `called` for each; those that are known, by the name in lower case."""
        from articles.models import OutletName

        lower = {name.lower() for name in names}
        others = OutletName.objects.alias(lower=Lower("name")).filter(lower__in=lower)
        own = self.alias(lower=Lower("name")).filter(lower__in=lower)
        known = {row.name.lower(): row.outlet for row in others.select_related("outlet")}
        return known | {outlet.name.lower(): outlet for outlet in own}

    def publishing_on(self, host: str) -> Outlet | None:
        """The outlet that has the host as a domain, or the nearest domain above it."""
        labels = host.lower().rstrip(".").split(".")
        domains = [".".join(labels[at:]) for at in range(len(labels))]
        found = self.filter(domains__domain__in=domains).annotate(length=Length("domains__domain"))
        return found.order_by("-length").first()

    def get_by_natural_key(self, slug: str) -> Outlet:
        return natural_keys.find(self, [slug], Q(slug=slug))


class OutletDomainManager(models.Manager["OutletDomain"]):
    def get_by_natural_key(self, domain: str) -> OutletDomain:
        return natural_keys.find(self, [domain], Q(domain=domain))


class OutletNameManager(models.Manager["OutletName"]):
    def get_by_natural_key(self, name: str) -> OutletName:
        return natural_keys.find(self, [name], Q(name=name))


class OutletEventQuerySet(models.QuerySet["OutletEvent"]):
    def of(self, outlet: Outlet) -> OutletEventQuerySet:
        """The outlet's history, with who did it."""
        return self.filter(outlet=outlet).select_related("by")

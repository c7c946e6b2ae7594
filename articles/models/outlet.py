"""Who publishes: outlets, the domains they publish on, the names they go by, and their history."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from accounts.models import validate_zone
from articles import countries, languages
from articles.models.append_only import append_only
from articles.outlet_querysets import (
    OutletDomainManager,
    OutletEventQuerySet,
    OutletManager,
    OutletNameManager,
)

COUNTRY = r"^[A-Z]{2}$"
LANGUAGE = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$"


class Outlet(models.Model):
    """Who published: a paper, site, broadcaster or agency."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(
        max_length=200, blank=True, help_text="In a few words: “local daily, Selwick”."
    )
    country = models.CharField(
        max_length=2, blank=True, default="", help_text="ISO 3166 alpha-2, as in IE"
    )
    language = models.CharField(
        max_length=12, blank=True, default="", help_text="BCP 47, as in en or pt-BR"
    )
    owner = models.CharField(max_length=200, blank=True)
    is_agency = models.BooleanField("wire agency", default=False)
    zone = models.TextField(
        "time zone",
        blank=True,
        default="",
        validators=[validate_zone],
        help_text="For articles that name no zone. Empty: the desk's.",
    )

    objects = OutletManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="outlet_name_unique",
                violation_error_message="An outlet of this name exists already.",
            ),
            models.CheckConstraint(name="outlet_name_given", condition=~Q(name="")),
            models.CheckConstraint(
                name="outlet_country_form", condition=Q(country="") | Q(country__regex=COUNTRY)
            ),
            models.CheckConstraint(
                name="outlet_language_form", condition=Q(language="") | Q(language__regex=LANGUAGE)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("claims:outlet", args=[self.slug])

    @property
    def country_name(self) -> str:
        return countries.name_of(self.country)

    @property
    def language_name(self) -> str:
        return languages.name_of(self.language)

    def natural_key(self) -> tuple[str]:
        return (self.slug,)


class OutletDomain(models.Model):
    """A domain an outlet publishes on; an article's address finds its outlet by it."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="domains")
    domain = models.CharField(max_length=253, unique=True, help_text="As in ledger.example")

    objects = OutletDomainManager()

    class Meta:
        ordering = ["domain"]
        constraints = [
            models.CheckConstraint(
                name="outlet_domain_lower", condition=Q(domain=Lower("domain")) & ~Q(domain="")
            )
        ]

    def __str__(self) -> str:
        return self.domain

    def natural_key(self) -> tuple[str]:
        return (self.domain,)


class OutletName(models.Model):
    """Another name of an outlet, as bylines, credits and feeds call it."""

    outlet = models.ForeignKey(Outlet, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)

    objects = OutletNameManager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="outlet_other_name_unique",
                violation_error_message="An outlet goes by this name already.",
            ),
            models.CheckConstraint(name="outlet_other_name_given", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    def natural_key(self) -> tuple[str]:
        return (self.name,)


class OutletEventKind(models.TextChoices):
    EDITED = "edited", "corrected"
    MERGED = "merged", "merged"


class OutletEvent(models.Model):
    """One row of an outlet's history: who changed what, or which outlet it took in and why.

    Of an outlet that was merged, `before` is its address on the desk and `after` its name. Its own
    history moves to the outlet that was kept; nothing else of a row can change.
    """

    outlet = models.ForeignKey(Outlet, on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=10, choices=OutletEventKind)
    field = models.CharField(max_length=40, blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="outlet_events"
    )

    objects = OutletEventQuerySet.as_manager()

    # What people call the fields whose column has another name.
    WORDS = {"zone": "time zone", "is_agency": "mark as wire agency", "names": "other names"}

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="outlet_event_kind_known", condition=Q(kind__in=OutletEventKind.values)
            ),
            models.CheckConstraint(
                name="outlet_event_merged_has_a_reason",
                condition=~Q(kind=OutletEventKind.MERGED) | ~Q(reason=""),
            ),
        ]
        indexes = [
            models.Index(fields=["outlet", "-at", "-id"], name="outlet_event_history"),
            # Where an outlet went that is asked for by its old address.
            models.Index(
                fields=["before"],
                name="outlet_event_merged_from",
                condition=Q(kind=OutletEventKind.MERGED),
            ),
        ]
        triggers = append_only("outlet_event", but=("outlet",))

    def __str__(self) -> str:
        return f"{self.by} {self.get_kind_display()} {self.field or self.after} of {self.outlet}"

    @property
    def field_name(self) -> str:
        return self.WORDS.get(self.field, self.field)

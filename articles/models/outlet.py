"""Who publishes: outlets and the domains they publish on."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse

from accounts.models import validate_zone
from articles.querysets import OutletDomainManager, OutletManager


class Outlet(models.Model):
    """Who published: a paper, site, broadcaster or agency."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(
        max_length=200, blank=True, help_text="In a few words: “local daily, Selwick”."
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
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("articles:outlet", args=[self.slug])

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

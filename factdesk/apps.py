"""Django's entry for this app."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class FactDeskConfig(AppConfig):
    name = "factdesk"
    verbose_name = "Fact Desk"


class DeskAdminConfig(AdminConfig):
    default_site = "accounts.administration.DeskAdminSite"

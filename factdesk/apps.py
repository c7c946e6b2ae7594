"""Django's entry for this app."""

from django.apps import AppConfig


class FactDeskConfig(AppConfig):
    name = "factdesk"
    verbose_name = "Fact Desk"

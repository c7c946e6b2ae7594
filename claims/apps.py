"""Django's entry for this app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        from articles import importing
        from claims import jobs, silences

        importing.AFTER_REVISION += [silences.follow_texts, jobs.follow_texts]

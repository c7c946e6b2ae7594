"""Django's entry for this app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        from articles import importing
        from claims import jobs, matches, silences

        importing.AFTER_REVISION += [
            matches.follow_texts,
            silences.follow_texts,
            jobs.follow_texts,
        ]

"""Django's entry for this app."""

from django.apps import AppConfig


class ClaimsConfig(AppConfig):
    name = "claims"
    verbose_name = "Claims"

    def ready(self) -> None:
        from articles import importing, origins
        from claims import jobs, matches, priorities, relocations, silences

        importing.AFTER_REVISION += [
            relocations.follow_texts,
            matches.follow_texts,
            silences.follow_texts,
            jobs.follow_texts,
        ]
        origins.AFTER_ORIGINS += [priorities.follow_articles]

"""Make the vectors of all sentences and claims that have none."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.management.progress_bar import ProgressBar
from claims import encoding, jobs, vectors
from matching import EncoderError


class Command(BaseCommand):
    help = "Makes missing vectors, and those of another model anew; then has stories compared."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            encoding.model()
        except EncoderError as error:
            raise CommandError(f"There is no model to make vectors with. {error}") from error
        forgotten = vectors.forget_other_models()
        texts = vectors.texts_without()
        with ProgressBar(len(texts)) as bar:
            for revision_id, _ in texts:
                while vectors.make_for_text(revision_id):
                    pass
                bar.step()
        for story_id in {story_id for _, story_id in texts}:
            jobs.compare_later(story_id)
        if options["verbosity"]:
            self.stdout.write(
                f"Made the vectors of {len(texts)} articles; {forgotten} were another model's."
            )

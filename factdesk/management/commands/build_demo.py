"""Write fixtures/demo.json from the texts and tables in fixtures/demo/."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import serializers
from django.core.management.base import BaseCommand, CommandParser
from django.db import transaction

from factdesk import newsroom


class Command(BaseCommand):
    help = "Make fixtures/demo.json from fixtures/demo/. Needs an empty, migrated database."

    def add_arguments(self, parser: CommandParser) -> None:
        fixtures = Path(settings.BASE_DIR) / "fixtures"
        parser.add_argument("--source", type=Path, default=fixtures / "demo")
        parser.add_argument("--output", type=Path, default=fixtures / "demo.json")

    def handle(self, *args: Any, source: Path, output: Path, **options: Any) -> None:
        with transaction.atomic():
            newsroom.build(source)
            text = serializers.serialize(
                "json",
                newsroom.rows(),
                indent=1,
                ensure_ascii=False,
                use_natural_foreign_keys=True,
                use_natural_primary_keys=True,
            )
            transaction.set_rollback(True)
        output.write_text(text + "\n", "utf-8")
        self.stdout.write(f"Wrote {output.name}: {len(text):,} characters.")

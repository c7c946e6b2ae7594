"""Give the demo fixture's people the password that `./desk demo` prints."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts.models import User

DEMO_PASSWORD = "demo"  # noqa: S105  # printed by ./desk demo, which alone runs this command
DEMO_ACCOUNTS = ("reporter", "reviewer", "admin")


class Command(BaseCommand):
    help = "For ./desk demo only: lets reporter, reviewer and admin sign in with “demo”."

    def handle(self, *args: Any, **options: Any) -> None:
        people = list(User.objects.filter(username__in=DEMO_ACCOUNTS))
        if len(people) != len(DEMO_ACCOUNTS):
            raise CommandError("The demo people are not here. Run: manage.py loaddata demo")
        for person in people:
            if not person.check_password(DEMO_PASSWORD):
                person.set_password(DEMO_PASSWORD)
                person.save(update_fields=["password"])

"""The command that lets the demo's people sign in."""

from __future__ import annotations

import pytest
from django.core.management import CommandError, call_command


@pytest.mark.django_db
def test_without_the_newsroom_it_says_what_to_do():
    with pytest.raises(CommandError, match="loaddata demo"):
        call_command("demo_accounts")

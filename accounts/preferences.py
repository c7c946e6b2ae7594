"""What a person chose for reading."""

from __future__ import annotations

from accounts.models import User


def choose(user: User, *, zone: str, theme: str, density: str, keys_enabled: bool) -> None:
    """Store the four choices; an empty zone is the desk's."""
    user.zone, user.theme, user.density, user.keys_enabled = zone, theme, density, keys_enabled
    user.save(update_fields=["zone", "theme", "density", "keys_enabled"])


def choose_digest(user: User, *, digest: str) -> None:
    """How often mail comes: a value of `Digest`."""
    user.digest = digest
    user.save(update_fields=["digest"])


def adopt_zone(user: User, *, zone: str) -> None:
    """Take the browser's zone while the account has none; a chosen one stays."""
    User.objects.filter(pk=user.pk, zone="").update(zone=zone)

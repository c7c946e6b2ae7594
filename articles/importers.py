"""In whose name articles are imported when nobody sits before the desk."""

from __future__ import annotations

from accounts.models import User
from articles.errors import ArticleError

IMPORT_ACCOUNT = "import"  # nobody can sign in with it


def named(username: str) -> User:
    """Raises ArticleError when there is no such account."""
    try:
        return User.objects.get(username=username)
    except User.DoesNotExist as error:
        raise ArticleError(f"There is no account “{username}”.") from error


def default() -> User:
    """The only desk admin; where there are none or many, an account of its own."""
    people = User.objects.filter(is_active=True).prefetch_related("groups")
    admins = [user for user in people if user.is_desk_admin]
    if len(admins) == 1:
        return admins[0]
    account, is_new = User.objects.get_or_create(
        username=IMPORT_ACCOUNT, defaults={"is_active": False, "first_name": "Import"}
    )
    if is_new:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    return account

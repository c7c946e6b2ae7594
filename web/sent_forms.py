"""A form that is sent again is known by the token it was drawn with, and by all that is in it."""

from __future__ import annotations

import json
import secrets
from hashlib import sha256

from django.http import HttpRequest

FIELD = "sending"  # the hidden field's name; `web.templatetags.desk.form_token` writes it
TOKEN_BYTES = 12
NOT_TYPED = {"csrfmiddlewaretoken"}  # written anew each time a page is drawn


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


def digest(request: HttpRequest) -> str:
    """SHA-256 in hex of the address, the token, the fields and the files; empty for a form without
    a token.

    Other words in the same form are another digest, so that nothing new is ever taken for old.
    """
    if not request.POST.get(FIELD):
        return ""
    fields = {name: values for name, values in request.POST.lists() if name not in NOT_TYPED}
    told = json.dumps([request.get_full_path(), sorted(fields.items()), _files(request)])
    return sha256(told.encode()).hexdigest()


def _files(request: HttpRequest) -> list[list[str]]:
    """Field, name and SHA-256 of each; whoever reads one next finds it at its beginning."""
    told = []
    for name, files in request.FILES.lists():
        for file in files:
            words = sha256()
            for part in file.chunks():
                words.update(part)
            file.seek(0)
            told.append([name, file.name or "", words.hexdigest()])
    return told

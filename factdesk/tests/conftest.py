"""A browser signed in on the page of `frame_pages`."""

from __future__ import annotations

import pytest

from accounts.tests.factories import create_reporter
from factdesk.tests import frame_pages


@pytest.fixture
def alice():
    return create_reporter(name="alice", zone="Europe/Berlin")


@pytest.fixture
def signed_in(page, live_server, client, alice):
    client.force_login(alice)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    page.context.add_cookies([{**cookie, "url": live_server.url}])
    return page


@pytest.fixture
def trial(signed_in, live_server, settings):
    """The page to try the frame on; its title names what was clicked last."""
    settings.ROOT_URLCONF = "factdesk.tests.frame_pages"
    frame_pages.saved.clear()
    signed_in.goto(f"{live_server.url}/try/")
    signed_in.evaluate("addEventListener('click', (event) => (document.title = event.target.id))")
    return signed_in

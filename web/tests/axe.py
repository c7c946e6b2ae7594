"""What axe finds wrong with a page, in the light and in the dark."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# All that another colour scheme can change.
COLOURS = {"runOnly": ["color-contrast"]}


def violations(page: Page) -> list[str]:
    """Each with the first element that has it, once nothing moves; leaves the page in the light."""
    page.emulate_media(reduced_motion="reduce")
    found = Axe().run(page).response["violations"]
    page.emulate_media(color_scheme="dark")
    found += Axe().run(page, options=COLOURS).response["violations"]
    page.emulate_media(color_scheme="light")
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]

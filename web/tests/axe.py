"""What axe finds wrong with a page, in the light and in the dark."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# What passes is not worked out in full: on a long page that is most of the work.
ALL = {"resultTypes": ["violations"]}
# All that another colour scheme can change.
COLOURS = {**ALL, "runOnly": ["color-contrast"]}
HAS_AXE = "typeof axe !== 'undefined'"
# Half a megabyte of passes and rules would come along otherwise.
RUN = """async (options) => {
  const { violations } = await axe.run(options);
  return violations.map((one) => `${one.id}: ${one.nodes[0].html}`);
}"""


def violations(page: Page) -> list[str]:
    """Each with the first element that has it, once nothing moves; leaves the page in the light."""
    page.emulate_media(reduced_motion="reduce")
    if not page.evaluate(HAS_AXE):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, ALL)
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(RUN, COLOURS)
    page.emulate_media(color_scheme="light")
    return found

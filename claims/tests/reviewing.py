"""A reviewer in a real browser: opening pages, pressing keys, and where the focus is."""

from __future__ import annotations

from playwright.sync_api import expect

from claims.models import Claim
from claims.tests.browser import Reader

# What has the focus, as a screen reader names it; empty on <body> or when it cannot be seen.
FOCUSED = """() => {
  const { activeElement } = document;
  if (activeElement === document.body || !activeElement.checkVisibility()) return "";
  const heading = document.getElementById(activeElement.getAttribute("aria-labelledby"));
  return `${activeElement.id} ${heading?.textContent ?? ""}`.trim();
}"""


class Reviewer(Reader):
    """Somebody who works the queue."""

    def go(self, path: str) -> None:
        self.page.goto(f"{self.url}{path}")

    def review(self, claim: Claim) -> None:
        self.go(claim.get_absolute_url())

    def type(self, words: str) -> None:
        self.page.keyboard.type(words)

    def expect_claim(self, claim: Claim) -> None:
        """The claim is up and its section has the focus, named by its heading."""
        self.expect_focus(f"claim-{claim.pk}")
        expect(self.page).to_have_url(f"{self.url}{claim.get_absolute_url()}")
        assert self.focused == f"claim-{claim.pk} “{claim.quote}”"

    def expect_toast(self, words: str) -> None:
        expect(self.page.locator("#toasts")).to_contain_text(words)

    @property
    def focused(self) -> str:
        return str(self.page.evaluate(FOCUSED))

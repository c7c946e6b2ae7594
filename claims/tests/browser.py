"""The reading page in a real browser: signing in, opening it, finding words on the screen."""

from __future__ import annotations

from typing import Any

from articles.models import Article
from web.tests import axe

# The words' first or last letter, in window coordinates, past our numbers and hidden words.
EDGE = """([words, isEnd]) => {
  for (const paragraph of document.querySelectorAll(".para > p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const isOurs = walker.currentNode.parentElement.closest(".vh, .mark-no");
      if (!isOurs) nodes.push(walker.currentNode);
    }
    const start = nodes.map((node) => node.data).join("").indexOf(words);
    if (start < 0) continue;
    paragraph.scrollIntoView({ block: "nearest", behavior: "instant" });
    let at = isEnd ? start + words.length - 1 : start;
    const node = nodes.find((one) => at < one.length || ((at -= one.length), false));
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    return { left: box.left, right: box.right, middle: (box.top + box.bottom) / 2 };
  }
  throw new Error(`The page does not say: ${words}`);
}"""
HAS_FOCUS = """(id) => {
  const { activeElement } = document;
  const box = activeElement.getBoundingClientRect();
  return activeElement.id === id && activeElement.checkVisibility() && box.width > 0;
}"""


class Reader:
    """A person at the reading page."""

    def __init__(self, page: Any, url: str) -> None:
        self.page = page
        self.url = url

    def sign_in(self, client: Any) -> None:
        session = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": session, "url": self.url}])

    def open(self, article: Article, query: str = "") -> None:
        self.page.goto(f"{self.url}/articles/{article.pk}/{query}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def drag(self, first: str, last: str) -> None:
        """Select with the mouse from inside the first letter of `first` to the end of `last`."""
        start = self.edge(first)
        self.page.mouse.move(start["left"] + 1, start["middle"])
        self.page.mouse.down()
        end = self.edge(last, is_end=True)
        self.page.mouse.move(end["right"], end["middle"], steps=4)
        self.page.mouse.up()

    def edge(self, words: str, *, is_end: bool = False) -> dict[str, float]:
        found: dict[str, float] = self.page.evaluate(EDGE, [words, is_end])
        return found

    def click(self, words: str, *, times: int = 1) -> None:
        at = self.edge(words)
        self.page.mouse.click((at["left"] + at["right"]) / 2, at["middle"], click_count=times)

    def expect_focus(self, name: str) -> None:
        """The element of that id gets the focus, and can be seen."""
        self.page.wait_for_function(HAS_FOCUS, arg=name, timeout=20_000)

    @property
    def selected(self) -> str:
        return str(self.page.evaluate("getSelection().toString()"))

    @property
    def violations(self) -> list[str]:
        """What axe finds wrong with the page in the light and in the dark."""
        return axe.violations(self.page)

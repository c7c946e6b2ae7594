"""An invented page as a site would send it."""

from __future__ import annotations

PARAGRAPHS = (
    "The ferry Ardent Tide ran aground on the Calder Bank on Tuesday evening with 241 people"
    " aboard, the harbour master said, and stayed there for more than nine hours.",
    "“It was dark,” he said. Two tugs from Port Merrow pulled at the stern until the morning"
    " tide lifted her off, an hour before a third was due to arrive.",
    "The log gives August for the last safety inspection. The company says September, and its"
    " lawyer would not say on Wednesday which of the two is right.",
    "Investigators boarded the ship at noon. They expect to publish a first note within ten"
    " days, and a full report in the spring of next year.",
)
HEADLINE = "Ferry with 241 aboard sits on a sandbank for nine hours"
JSON_LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "The Ledger"},
 {"@type": ["NewsArticle"], "headline": "Ferry with 241 aboard sits on a sandbank for nine hours",
  "author": [{"@type": "Person", "name": "Rafael Quint"}, {"name": "Dela Moor"}],
  "publisher": {"@type": "Organization", "name": "The Ledger"},
  "datePublished": "2026-11-19T06:10:00+02:00", "inLanguage": "en-GB",
  "alternativeHeadline": "The log and the company disagree about the last inspection",
  "mainEntityOfPage": {"@id": "https://ledger.example/2026/11/19/ardent-tide"}}]}</script>"""


def web_page(
    *, head: str = "", inside: str = "", paragraphs: tuple[str, ...] = PARAGRAPHS
) -> bytes:
    """A whole page with menus, an article holding `inside` after its first paragraph, a footer."""
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{HEADLINE} | The Ledger</title>{head}
    </head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
    <main><article><h1>{HEADLINE}</h1>{first}{inside}{"".join(rest)}</article></main>
    <aside><h2>Most read</h2><p><a href="/a">Night buses to run until four</a></p></aside>
    <footer><p>© 2026 The Ledger. All rights reserved.</p></footer></body></html>""".encode()

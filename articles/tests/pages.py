"""Invented pages as sites give them, for tests of the import."""

from __future__ import annotations

BODY = (
    "The car ferry Ardent Tide ran aground on the Calder Bank on Wednesday evening with 241 "
    "people on board, the coastguard at Selwick said.",
    "Twelve passengers were treated for cuts and cold after the evacuation, which took almost "
    "four hours in a rising wind, and nobody was missing by midnight.",
    "Marrow Lines, which runs the ferry, said that the master had twelve years of service on the "
    "route and that the echo sounder had been checked in September.",
)
HEADLINE = "Ferry with 241 aboard runs aground off Selwick"
TEXT = "\n\n".join(BODY)
PASTED = "\r\n".join(
    [
        "Home",
        "Share this story",
        "",
        HEADLINE,
        "",
        *(f"{line}\r\n" for line in BODY),
        "Related articles",
    ]
)
HTML = f"""<!doctype html><html lang="en"><head><title>{HEADLINE} | The Ledger</title>
<meta property="og:site_name" content="The Ledger">
<link rel="canonical" href="https://ledger.example/2026/ferry">
<script>alert("<p>No words of the article.</p>")</script></head>
<body><nav><a href="/">Home</a> <a href="/coast">Coast</a></nav>
<article><h1>{HEADLINE}</h1>{"".join(f"<p>{line}</p>" for line in BODY)}</article>
<script>document.write("<p>Nor these.</p>")</script>
<footer><p>Subscribe to our newsletter</p></footer></body></html>"""

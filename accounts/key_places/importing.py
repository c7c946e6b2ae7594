"""Keys of importing: paste, files, addresses, tables, drafts, feeds and the inbox."""

from __future__ import annotations

from accounts.key_places.place import Place

TABS = {"1": "Paste", "2": "Files", "3": "Addresses", "4": "The inbox", "5": "Drafts"}
PLACES = (
    Place(
        name="import",
        title="Importing",
        path=r"/import/((files|urls|drafts)/)?",
        actions={**TABS, "o": "Preview the first draft"},
    ),
    Place(
        name="draft",
        title="The preview of an import",
        path=r"/import/\d+/",
        actions={"a": "Keep all lines", "x": "Discard"},
    ),
    Place(
        name="drafts",
        title="On a draft",
        region="On a draft",
        on=("import",),
        actions={"x": "Discard"},
    ),
    Place(
        name="batch",
        title="Addresses being fetched",
        path=r"/import/batches/\d+/",
        actions={
            "o": "Look over the first",
            "r": "Fetch again what failed",
            "x": "Cancel the rest",
        },
    ),
    Place(
        name="table",
        title="The columns of a table",
        path=r"/import/tables/\d+/",
        actions={"x": "Discard"},
    ),
    Place(
        name="announced",
        title="The inbox",
        path=r"/inbox/",
        actions={
            **TABS,
            "e": "Accept what is ticked",
            "i": "Ignore what is ticked",
            "f": "The feeds",
        },
    ),
    Place(
        name="inbox",
        title="On an item of the inbox",
        region="An item",
        on=("announced",),
        actions={"a": "Accept", "x": "Ignore", "t": "Tick it"},
    ),
    Place(
        name="rule",
        title="On a rule of a feed",
        region="On a rule",
        actions={"x": "Remove it"},
    ),
)

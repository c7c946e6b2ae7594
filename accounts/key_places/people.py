"""Keys of what a person and a desk admin look after: workload, settings, who is away, names."""

from __future__ import annotations

from accounts.key_places.place import Place

PLACES = (
    Place(
        name="workload",
        title="The workload",
        path=r"/workload/",
        actions={
            "1": "7 days",
            "2": "4 weeks",
            "3": "3 months",
            "4": "A year",
            "c": "CSV of what waits",
            "d": "CSV of verdicts",
            "p": "CSV of people",
            "t": "CSV of times to a verdict",
            "o": "CSV of origins",
            "a": "CSV of agreement",
        },
    ),
    Place(
        name="settings",
        title="Your settings",
        path=r"/settings/",
        actions={
            "t": "What you are told of",
            "m": "Your keys",
            "p": "Change your password",
            "a": "Go away, hand over",
            "o": "People",
            "v": "Names of verdicts",
        },
    ),
    Place(
        name="keys",
        title="Your keys",
        path=r"/settings/keys/",
        actions={"x": "Reset all keys"},
    ),
    Place(
        name="away",
        title="Who is away",
        path=r"/away/.*",
        actions={"b": "They are back"},
    ),
    Place(
        name="reason",
        title="On a reason within a verdict",
        region="On a reason",
        actions={"x": "Offer it no more, or again"},
    ),
)

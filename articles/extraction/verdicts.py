"""Why a line was struck and what it is to the article."""

from __future__ import annotations

from dataclasses import dataclass

from articles.extraction.evidence import Evidence
from articles.extraction.page import Role
from articles.extraction.vocabulary import Concept

SPOKEN = 0.55  # evidence from which a line outside the text names its own reason
_ROLES = {
    Concept.PHOTO: Role.CAPTION,
    Concept.CREDIT: Role.CREDIT,
    Concept.DATE: Role.DATE,
    Concept.AUTHOR: Role.BYLINE,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reason in the desk's words, and the role."""

    reason: str
    role: Role = Role.SITE


def spoken_verdict(spoken: Evidence, *, otherwise: str) -> Verdict:
    """The verdict the line's own words give; without any, the reason `otherwise`."""
    if spoken.concept is None or spoken.score < SPOKEN:
        return Verdict(otherwise)
    return Verdict(spoken.concept.value, _ROLES.get(spoken.concept, Role.SITE))

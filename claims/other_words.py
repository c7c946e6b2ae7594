"""What follows when a claim gets other words, whoever gave them to it."""

from __future__ import annotations

from claims import attributions, comparisons, jobs, mentions, suggestions
from claims.models import Claim


def follow(claim: Claim) -> None:
    """Who says so, figures, vector, suggestions and mentions go by the new words.

    The caller holds the story.
    """
    attributions.propose(claim)
    comparisons.follow_claim(claim)
    jobs.follow_words(claim)
    suggestions.follow_words(claim)
    mentions.follow_claim(claim)
    jobs.compare_later(claim.story_id)

"""What is said of a claim in a line about it: its status, its signs, by when it is due, and why it
stands where it does in the queue.

Words that come from texts and people go through `escape`; all else is ours or a number.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from django import template
from django.utils.safestring import SafeString

from claims.models import Claim
from claims.priority import Urgency
from web.addresses import address
from web.templatetags.desk import icon, moment

register = template.Library()


@register.simple_tag
def claim_status(claim: Claim) -> SafeString:
    """Its status in the house's words; that its source changed weighs more."""
    if claim.has_changed_source:
        return SafeString(f'<span class="status is-changed">{icon("changed")}Source changed</span>')
    status = claim.status
    words = escape(claim.status_words)
    return SafeString(f'<span class="status is-{status}">{icon(status)}{words}</span>')


@register.simple_tag
def due(claim: Claim) -> SafeString | str:
    """By when it is to be decided; nothing of a claim that is not due."""
    if claim.due_at is None:
        return ""
    if claim.is_overdue:
        return SafeString(f'<strong class="overdue">Overdue since {moment(claim.due_at)}</strong>')
    return SafeString(f"<span>Due {moment(claim.due_at)}</span>")


@register.simple_tag
def signs(claim: Claim) -> SafeString | str:
    """What else to know of a claim, as far as `with_signs` and its like loaded it."""
    shown = "".join(_signs(claim))
    return SafeString(f'<ul class="signs">{shown}</ul>') if shown else ""


def _signs(claim: Claim) -> Iterator[str]:
    """A pin takes the place of the last."""
    told = vars(claim)
    if claim.is_pinned:
        yield f'<li class="sign sign-pinned">{icon("pin")}Pinned</li>'
    if opinions := told.get("opinion_count"):
        words = "Needs a second pair of eyes" if opinions == 1 else "Two opinions differ"
        yield f'<li class="sign sign-eyes">{words}</li>'
    if told.get("clash") or told.get("contradictions"):
        words = escape(told["clash"]) or f"Contradicted by {told['contradictions']}"
        yield f'<li class="sign sign-conflict">{icon("conflict")}{words}</li>'
    if claim.cluster_id and told.get("outlets", 0) > 1:
        look, image = (" sign-single", "single") if told["origins"] == 1 else ("", "origin")
        why = address("claims:why_origins", claim.cluster_id)
        yield (
            f'<li class="sign{look}"><a class="origins" href="{why}">'
            f"{icon(image)}{claim.spread_words}</a></li>"
        )
    if (suggestions := told.get("suggestions")) and not claim.is_pinned:
        words = "suggestion" if suggestions == 1 else "suggestions"
        yield f'<li class="sign sign-suggested">{suggestions} {words}</li>'


@register.simple_tag
def why_here(claim: Claim) -> SafeString:
    """Why it stands where it does in the queue, heaviest first, as `claims.priority` orders."""
    reasons = "".join(f"<li>{reason}</li>" for reason in _reasons(claim, claim.urgency))
    return SafeString(f'<ul class="reasons small">{reasons}</ul>')


def _reasons(claim: Claim, why: Urgency) -> Iterator[str]:
    if why.is_pinned:
        yield "A reviewer pinned it: it comes before all that is not pinned"
    if why.is_in_conflict:
        yield (
            "Open conflict: another outlet contradicts it or gives another figure,"
            " and nobody has settled that"
        )
    if why.is_changed:
        yield "Its source changed"
    if why.doublings:
        yield f"{vars(claim)['outlets']} outlets tell it"
    if why.is_single_origin:
        yield "Single origin: all of them have it from one report"
    if claim.due_at:
        yield due(claim)
    yield f"Waits since {moment(claim.waiting_since)}; of equals the longest wait comes first"

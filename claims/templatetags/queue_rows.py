"""The rows of the queue.

A page has 25, and the template language takes a millisecond for one, together half of what the page
takes: that is why they are written here. Words that come from texts and people go through `escape`;
all else is ours, a number, or made by a tag.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from django import template
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from accounts.models import User
from articles.templatetags.article_parts import published, withdrawn
from claims.filters import QueueFilter
from claims.models import Claim
from claims.templatetags.claim_parts import claim_status, due, signs, why_here
from web.addresses import address
from web.templatetags.desk import age, capped, clock, icon, moment, quoted

register = template.Library()

SHOWN, READ_OUT = 300, 60  # characters of a quote in its row, and in the name of its tick
UNDER_RE_REVIEW = '<span class="sign sign-rereview">Under re-review</span>'


@register.simple_tag(takes_context=True)
def queue_row(context: template.Context, claim: Claim, *, focus: bool = False) -> SafeString:
    """The row of a claim as `for_list` loads it, for `user` in the list `chosen`."""
    row = _Row(
        claim=claim,
        chosen=context["chosen"],
        user=context["user"],
        outlet=escape(str(claim.outlet)),
    )
    return SafeString(row.drawn(focus=focus))


@dataclass(frozen=True, kw_only=True)
class _Row:
    claim: Claim
    chosen: QueueFilter
    user: User
    outlet: str  # escaped

    def drawn(self, *, focus: bool) -> str:
        claim = self.claim
        is_again = claim.is_under_re_review and not claim.has_changed_source
        return (
            f'<li {self._attributes()} data-keys-region="A row of the queue">'
            f"{self._tick() if self.user.is_reviewer else ''}{claim_status(claim)}"
            f'<div class="main">{self._quote(focus=focus)}'
            f'<p class="meta dots">{" ".join(self._source())}</p></div>'
            f"{signs(claim)}{UNDER_RE_REVIEW if is_again else ''}"
            f'<p class="age meta">{" ".join(self._state())}</p>'
            f"{self._handles() if claim.is_waiting else ''}</li>"
        )

    def _attributes(self) -> str:
        """Whose it is until when, for the look and for the script that counts down."""
        key, holder = self.claim.pk, self.claim.holder
        if holder is None or self.claim.leased_until is None:
            return f'class="queue-row" id="claim-{key}"'
        seconds = int(self.claim.leased_until.timestamp())
        until = f'data-held="{key}" data-until="{seconds}"'
        if holder == self.user:
            return f'class="queue-row" id="claim-{key}" data-current {until}'
        return f'class="queue-row held" id="claim-{key}" {until}'

    def _tick(self) -> str:
        key, quote = self.claim.pk, escape(_cut(self.claim.quote, READ_OUT))
        return (
            f'<label class="tick"><input type="checkbox" name="claim" value="{key}"'
            f' id="tick-{key}" form="bulk-bar"><span class="vh">Select the claim of'
            f" {self.outlet}: {quote}</span></label>"
        )

    def _quote(self, *, focus: bool) -> str:
        claim = self.claim
        page = claim.get_absolute_url() + escape(self.chosen.queue_address)
        return (
            f'<h3 class="row-quote" lang="{escape(claim.article.language)}" dir="auto">'
            f'<a class="row-link" id="open-{claim.pk}" href="{page}"'
            f"{' data-focus' if focus else ''}>{escape(quoted(_cut(claim.quote, SHOWN)))}</a></h3>"
        )

    def _source(self) -> Iterator[str]:
        """By when, who said so, when and where."""
        claim = self.claim
        if claim.is_waiting:
            yield due(claim)
        yield f"<b>{self.outlet}</b>"
        yield published(claim.article)
        if claim.attribution:
            yield f"<span>says {escape(claim.attribution)}</span>"
        if claim.statement:
            yield f"<span>{escape(claim.statement)}</span>"
        if threads := vars(claim)["open_threads"]:
            words = "open comment" if threads == 1 else "open comments"
            yield f"<span>{capped(threads)} {words}</span>"
        yield withdrawn(claim.article)

    def _state(self) -> Iterator[str]:
        """Who holds it, for whom it is, and what became of it or since when it waits."""
        claim, verdict = self.claim, self.claim.current_verdict
        if holder := claim.holder:
            who = "yours" if holder == self.user else escape(str(holder))
            lease = "" if holder == self.user else f"{icon('lease')} "
            yield f"<span>{lease}<b>{who}</b> until {clock(claim.leased_until)}</span>"
        if assignee := claim.assignee or claim.assigned_group:
            whom = "you" if assignee == self.user else escape(str(assignee))
            yield f"<span>for <b>{whom}</b></span>"
        if claim.is_removed:
            yield f"<span><b>{escape(str(claim.removed_by))}</b> removed it</span>"
        elif verdict and (self.chosen.is_decided or not claim.waiting_since):
            if reason := verdict.sub_reason_words:
                yield f"<span>{escape(reason)}</span>"
            yield f"<span><b>{escape(verdict.authors)}</b></span>"
            yield f"<span>{moment(verdict.decided_at)}</span>"
        elif claim.waiting_since:
            yield f"<span>waiting {age(claim.waiting_since)}</span>"

    def _handles(self) -> str:
        """What can be done to it here; the form of the buttons stands above the list."""
        key = self.claim.pk
        return (
            f'<div class="handles">{"".join(self._acts()) if self.user.is_reviewer else ""}'
            f'<button class="link" id="ask-{key}" type="button" data-key="r"'
            f' data-key-label="Why it stands here" popovertarget="why-{key}">Why'
            f'<span class="vh"> the claim of {self.outlet} stands here</span></button>'
            f'<div class="popover" id="why-{key}" popover>{why_here(self.claim)}</div></div>'
        )

    def _acts(self) -> Iterator[str]:
        key, outlet = self.claim.pk, self.outlet
        is_pinned, is_mine = self.claim.is_pinned, self.claim.assignee_id == self.user.pk
        yield (
            f"{self._button('pin', 'claims:unpin' if is_pinned else 'claims:pin')}"
            ' data-key="p" data-key-label="Pin, take the pin away">'
            f'{"Unpin" if is_pinned else "Pin"}<span class="vh"> the claim of {outlet}</span>'
            "</button> "
        )
        assign = address("claims:assign", key) + escape(self.chosen.assigning_address)
        yield (
            f'<a id="assign-{key}" href="{assign}" data-key="m" data-key-label="Assign">Assign'
            f'<span class="vh"> the claim of {outlet}</span></a> '
        )
        to = "nobody" if is_mine else "me"
        yield (
            f"{self._button('mine', f'claims:assign_to_{to}')}"
            ' data-key="y" data-key-label="Assign to me, or to nobody again">'
            f'<span class="vh">Assign the claim of {outlet} </span>to {to}</button> '
        )

    def _button(self, name: str, view: str) -> str:
        """The beginning of a button that acts at once and has the row drawn anew."""
        key = self.claim.pk
        url = address(view, key) + escape(self.chosen.address)
        return (
            f'<button class="link" id="{name}-{key}" form="queue-handles" formaction="{url}"'
            f' hx-post="{url}" hx-target="#claim-{key}" hx-swap="outerHTML" hx-sync="this:drop"'
        )


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else Truncator(words).chars(most)

"""The reading page: an article with its claims, and marking new ones in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect, reswap, retarget, trigger_client_event

from accounts.requests import DeskRequest
from accounts.roles import member_required, reporter_required
from articles import published, reads, withdrawals
from articles.models import Article, Revision
from claims import highlights, news, permission, places, reading
from claims.errors import BadSpan, ClaimError, StaleClaim
from claims.marking_forms import SentenceForm, SpanForm
from claims.models import Claim
from claims.places import Step
from claims.reading import Note, Paragraph
from claims.views.links import others_context
from matching import Span
from web.fragments import fragment
from web.toasts import brief, toast, warn

NOT_IN_TEXT = "These words are not in the text. Select them again."


@dataclass(frozen=True, kw_only=True)
class Page:
    """What the reading page and its parts are rendered from."""

    article: Article
    revision: Revision
    notes: list[Note]
    paragraphs: list[Paragraph]
    left_behind: list[Claim]  # that stand in other words of the article

    @property
    def current(self) -> Note | None:
        return next((note for note in self.notes if note.is_current), None)

    @property
    def context(self) -> dict[str, Any]:
        return {
            "article": self.article,
            "revision": self.revision,
            "notes": self.notes,
            "paragraphs": self.paragraphs,
            "left_behind": self.left_behind,
            "current": self.current,
            "counts": reading.counts(self.notes),
            "steps": Step,
        }


def page_of(
    request: DeskRequest,
    article: Article,
    *,
    current: int | None,
    only: int | None = None,
    revision: Revision | None = None,
) -> Page:
    """The article's newest revision, or this one, with its claims; `only` the paragraph that
    begins there.

    The same number of queries however many claims there are.
    """
    revision = revision or Revision.objects.newest_of(pk=article.pk).get()
    claims = list(Claim.objects.for_reading(revision))
    changeable = (one.pk for one in claims if permission.may_change(one, by=request.user))
    notes = reading.number(claims, current=current, changeable=changeable)
    sentences = list(revision.sentences.order_by("position"))
    paragraphs = reading.paragraphs(revision.text, notes, sentences, only=only)
    left_behind = [] if only is not None else list(Claim.objects.left_behind_by(revision))
    return Page(
        article=article,
        revision=revision,
        notes=notes,
        paragraphs=paragraphs,
        left_behind=left_behind,
    )


@require_safe
@member_required
def article(request: DeskRequest, article_id: int) -> HttpResponse:
    seen = None if request.htmx else news.first_look(news.of_article(article_id))
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    page = page_of(request, article, current=_asked_claim(request))
    printed = published.of(article)
    context = page.context | {
        "published": printed,
        "clock_there": reading.clock_there(printed) if printed else "",
        "may_restore": withdrawals.may_restore(article, by=request.user),
        "is_marking": request.GET.get("mark") == "sentences",
        "seen": seen,
    }
    if not request.htmx:
        context |= {"read_before": reads.note(page.revision, by=request.user)}
    if page.current:
        context |= others_context(request, page.current.claim)
    template = "claims/_focused.html" if request.htmx else "claims/article.html"
    return render(request, template, context)


def _asked_claim(request: HttpRequest) -> int | None:
    """The claim the address names; none when it names none that could be."""
    try:
        return int(request.GET.get("claim", ""))
    except ValueError:
        return None


@require_POST
@reporter_required
def mark(request: DeskRequest, article_id: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.for_list(), pk=article_id)
    try:
        revision = Revision.objects.newest_of(pk=article.pk).select_related("article").get()
        span = _wanted_span(revision, request.POST)
        claim, is_new = highlights.mark_once(
            revision, start=span.start, end=span.end, by=request.user
        )
    except ClaimError as error:
        return refused(request, article, error)
    if is_new:
        undo = reverse("claims:remove", args=[claim.pk]) + "?undo"
        toast(request, f"Marked {brief(claim.quote)}.", undo=undo)
    else:
        toast(request, f"{brief(claim.quote)} is marked already.")
    return paragraph_answer(request, claim, current=claim.pk, focus="mark")


def paragraph_answer(
    request: DeskRequest, claim: Claim, *, current: int | None, **shown: Any
) -> HttpResponse:
    """The paragraph the claim begins in, as it is now; without htmx the whole page.

    The whole page as well where the claim stands in older words, which no paragraph shows.
    `shown` says what else the paragraph shows: where the `focus` goes, the `form` of a note.
    """
    article = get_object_or_404(Article.objects.for_list(), pk=claim.article_id)
    revision = Revision.objects.newest_of(pk=claim.article_id).get()
    if claim.revision_id != revision.pk:
        leave = HttpResponseClientRedirect if request.htmx else HttpResponseRedirect
        return leave(f"{article.get_absolute_url()}#left-behind")
    start = places.paragraph_around(revision.text, Span(claim.start, claim.end)).start
    if not request.htmx and current:
        return redirect(place_of(claim, is_marking="sentence" in request.POST))
    if not request.htmx:
        return redirect(f"{article.get_absolute_url()}#text-{start}")
    page = page_of(request, article, current=current, only=start, revision=revision)
    response = fragment(request, "claims/_marked.html", page.context | shown)
    retarget(reswap(response, "outerHTML"), f"#para-{start}")
    return trigger_client_event(response, "claim-focused", {"claim": current}, after="settle")


def refused(request: DeskRequest, article: Article, error: ClaimError) -> HttpResponse:
    """Nothing changed: the page stays as it is and says why."""
    warn(request, str(error))
    if not request.htmx:
        return redirect(article)
    return reswap(fragment(request, "claims/_refused.html", status=409), "none")


def place_of(claim: Claim, *, is_marking: bool = False) -> str:
    """Where the claim stands on its article's page, in focus; with the sentences' buttons."""
    buttons = "mark=sentences&" if is_marking else ""
    return f"{claim.article.get_absolute_url()}?{buttons}claim={claim.pk}#no-{claim.pk}"


def _wanted_span(revision: Revision, sent: QueryDict) -> Span:
    """The place that was sent, as a selection or as a sentence. Raises BadSpan and StaleClaim."""
    form = SentenceForm(sent) if "sentence" in sent else SpanForm(sent)
    if not form.is_valid():
        raise BadSpan(NOT_IN_TEXT)
    asked = form.cleaned_data
    if asked["revision"] != revision.pk:
        raise StaleClaim(highlights.NEWER_WORDS)
    if isinstance(form, SpanForm):
        return places.from_browser(
            revision.text, paragraph=asked["paragraph"], start=asked["start"], end=asked["end"]
        )
    return places.of_sentence(revision, asked["sentence"])

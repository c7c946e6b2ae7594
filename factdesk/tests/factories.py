"""A desk at work: rows of every kind, made through the desk's own services."""

from __future__ import annotations

from functools import partial
from hashlib import sha256

from axes.models import AccessAttempt
from django.utils import timezone

from accounts import sendings
from accounts.tests.factories import create_desk_admin, create_reviewer
from articles import reads
from articles.models import Draft, MediaType, OutletDomain
from articles.tests.factories import (
    create_article,
    create_batch,
    create_batch_item,
    create_feed_item,
    create_feed_rule,
    create_story,
)
from claims import (
    bulk,
    comments,
    discrepancies,
    feeds,
    house_names,
    matches,
    rationale_drafts,
    review,
    second_eyes,
    silences,
)
from claims.models import Comment, Link
from claims.states import ClaimStatus, Resolution, VerdictStatus
from claims.tests.correcting import change_source, create_said
from claims.tests.factories import (
    create_bulk_act,
    create_claim,
    create_discrepancy,
    create_evidence,
    create_opinion,
    create_pair,
    create_saved_view,
    create_verdict,
)


def create_busy_desk(rounds: int = 1) -> None:
    """Each round adds at least one row to every table of the desk."""
    for _ in range(rounds):
        reviewer = create_reviewer()
        verified, skipped = create_pair()
        create_verdict(verified, by=reviewer, status=VerdictStatus.VERIFIED)
        link = Link.objects.of(verified).get()
        create_discrepancy(link)
        crew = create_discrepancy(link, subject="crew", value_a="9", value_b="12")
        how = {"resolution": Resolution.COMPATIBLE, "reason": "One counts the trainees."}
        discrepancies.settle(crew, **how, by=reviewer)
        review.take(skipped, by=reviewer)
        review.skip(skipped, by=reviewer)
        waiting = create_claim()
        review.take(waiting, by=reviewer)
        rationale_drafts.save_draft(
            waiting, rationale="Ask the harbour.", seen_version=waiting.version, by=reviewer
        )
        elsewhere = create_article(story=waiting.story).revisions.get()
        matches.dismiss(waiting, elsewhere.sentences.all()[0], by=reviewer)
        silent = create_article(story=waiting.story, text=f"A concert, number {waiting.pk}.")
        silences.confirm(waiting, silent.outlet, by=reviewer)
        reads.note(elsewhere, by=reviewer)
        speaker = create_reviewer()
        begin = partial(comments.begin, waiting, "Which list has 241?", by=speaker)
        sent = sha256(f"{waiting.pk}".encode()).hexdigest()
        talk = Comment.objects.all()
        thread = sendings.once(sent, among=talk, by=speaker, make=begin)
        comments.reply(thread, "The port's, page 4.", by=reviewer)
        create_saved_view(f"Conflicts {waiting.pk}", by=reviewer, is_shared=True)
        feeds.token_of(reviewer)
        change_source(create_said())
        boss = create_desk_admin()
        house_names.call({ClaimStatus.UNRESOLVED: "Open"}, by=boss)
        house_names.add_reason(VerdictStatus.DISPUTED, f"Figure wrong, {waiting.pk}", by=boss)
        house_names.rest()  # else two queries more are asked once that took a few seconds
        strict = create_story()
        second_eyes.ask_for(strict, by=create_desk_admin(), needs_second_eyes=True)
        doubted = create_claim(article=create_article(story=strict))
        create_evidence(doubted, by=reviewer)
        create_opinion(doubted, by=reviewer)
        domain = f"desk{waiting.pk}.example"
        OutletDomain.objects.create(outlet=waiting.outlet, domain=domain)
        Draft.objects.create(
            owner=reviewer,
            created_at=timezone.now(),
            media_type=MediaType.TEXT,
            source=b"Words of a draft",
            page={"words": "Words of a draft"},
        )
        create_batch_item(batch=create_batch(by=reviewer))
        feed = create_feed_item().feed
        create_feed_rule(feed=feed, story=waiting.story)
        many = [create_claim(article=create_article(story=waiting.story))]
        bulk.start(create_bulk_act(many, by=reviewer), by=reviewer)
        AccessAttempt.objects.create(
            username=reviewer.username, ip_address="192.0.2.1", failures_since_start=5
        )

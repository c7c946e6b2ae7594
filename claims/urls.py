"""Addresses of this app."""

from __future__ import annotations

from django.urls import path

from claims.views import (
    archive,
    articles,
    attributions,
    board,
    bulk,
    choosing,
    comments,
    comparisons,
    corrections,
    evidence,
    figures,
    highlights,
    leases,
    links,
    notifications,
    outlets,
    queue,
    review,
    search,
    silences,
    stories,
    switches,
    verdicts,
)

app_name = "claims"
urlpatterns = [
    # The queue, and the review of one claim
    path("queue/", queue.queue, name="queue"),
    path("queue/next/", queue.review_next, name="review_next"),
    path("queue/claims.csv", queue.queue_csv, name="queue_csv"),
    path("queue/completions/", queue.completions, name="completions"),
    path("queue/select/", bulk.select, name="select"),
    path("bulk/<int:act_id>/", bulk.bulk, name="bulk"),
    path("bulk/<int:act_id>/preview/", bulk.preview_bulk, name="preview_bulk"),
    path("bulk/<int:act_id>/apply/", bulk.apply_bulk, name="apply_bulk"),
    path("bulk/<int:act_id>/undo/", bulk.undo_bulk, name="undo_bulk"),
    path("claims/<int:claim_id>/review/", review.review, name="review"),
    path("claims/<int:claim_id>/history/", review.history, name="history"),
    path("claims/<int:claim_id>/take/", leases.take, name="take"),
    path("claims/<int:claim_id>/release/", leases.release, name="release"),
    path("claims/<int:claim_id>/skip/", leases.skip, name="skip"),
    path("claims/<int:claim_id>/decide/", verdicts.decide, name="decide"),
    path("claims/<int:claim_id>/draft/", verdicts.draft, name="draft"),
    path("verdicts/<int:verdict_id>/undo/", verdicts.undo_verdict, name="undo_verdict"),
    path("verdicts/<int:verdict_id>/apply/", bulk.apply_verdict, name="apply_verdict"),
    path("claims/<int:claim_id>/evidence/", evidence.add_evidence, name="add_evidence"),
    path("evidence/<int:evidence_id>/remove/", evidence.remove_evidence, name="remove_evidence"),
    path("evidence/<int:evidence_id>/restore/", evidence.restore_evidence, name="restore_evidence"),
    path(
        "claims/<int:claim_id>/figures/<int:discrepancy_id>/settle/",
        figures.settle_figure,
        name="settle_figure",
    ),
    path(
        "claims/<int:claim_id>/figures/<int:discrepancy_id>/reopen/",
        figures.reopen_figure,
        name="reopen_figure",
    ),
    # Sources that changed
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/followed/", corrections.followed, name="followed"),
    path("corrections/<int:relocation_id>/", corrections.correction, name="correction"),
    path(
        "corrections/<int:relocation_id>/settle/",
        corrections.settle_correction,
        name="settle_correction",
    ),
    path(
        "corrections/<int:relocation_id>/undo/",
        corrections.undo_correction,
        name="undo_correction",
    ),
    path("corrections/<int:relocation_id>/choose/", choosing.choose, name="choose"),
    path("search/", search.search, name="search"),
    # Outlets, with what the desk made of their claims
    path("outlets/<slug:slug>/", outlets.outlet, name="outlet"),
    path("outlets/<slug:slug>/merge/", outlets.merge_outlet, name="merge_outlet"),
    # Stories and their points
    path("stories/", stories.stories, name="stories"),
    path("stories/new/", stories.new_story, name="new_story"),
    path("stories/<slug:slug>/", board.story, name="story"),
    path("stories/<slug:slug>/board.csv", board.board_csv, name="board_csv"),
    path("claims/<int:claim_id>/outlets/<int:outlet_id>/", board.cell, name="cell"),
    path("claims/<int:claim_id>/outlets/<int:outlet_id>/link/", board.link_cell, name="link_cell"),
    path(
        "claims/<int:claim_id>/outlets/<int:outlet_id>/silence/", silences.silence, name="silence"
    ),
    path(
        "claims/<int:claim_id>/outlets/<int:outlet_id>/silence/undo/",
        silences.undo_silence,
        name="undo_silence",
    ),
    path(
        "claims/<int:claim_id>/sentences/<int:sentence_id>/undo/", board.undo_cell, name="undo_cell"
    ),
    path("stories/<slug:slug>/edit/", stories.edit_story, name="edit_story"),
    path("clusters/<int:cluster_id>/", stories.cluster, name="cluster"),
    path("clusters/<int:cluster_id>/origins/", stories.why_origins, name="why_origins"),
    # The reading page
    path("articles/<int:article_id>/", articles.article, name="article"),
    path("articles/<int:article_id>/mark/", articles.mark, name="mark"),
    path("claims/<int:claim_id>/note/", highlights.note, name="note"),
    path("claims/<int:claim_id>/edit/", highlights.edit, name="edit"),
    path("claims/<int:claim_id>/move/", highlights.move, name="move"),
    path("claims/<int:claim_id>/remove/", highlights.remove, name="remove"),
    path("claims/<int:claim_id>/restore/", highlights.restore, name="restore"),
    path("claims/<int:claim_id>/attribution/", attributions.attribution, name="attribution"),
    path(
        "claims/<int:claim_id>/attribution/confirm/",
        attributions.confirm_attribution,
        name="confirm_attribution",
    ),
    path("attributions/undo/<str:token>/", attributions.undo_attribution, name="undo_attribution"),
    # What other outlets say
    path("claims/<int:claim_id>/others/", links.others, name="others"),
    path("claims/<int:claim_id>/comparison/", comparisons.comparison, name="comparison"),
    path("claims/<int:claim_id>/before/", archive.checked_before, name="checked_before"),
    path("claims/<int:claim_id>/link/", links.link, name="link"),
    path("links/<int:link_id>/unlink/", links.unlink, name="unlink"),
    path("links/undo/<str:token>/", links.undo_link, name="undo_link"),
    path(
        "claims/<int:claim_id>/dismissals/<int:sentence_id>/undo/",
        links.undo_dismissal,
        name="undo_dismissal",
    ),
    # What a person is told
    path("notifications/", notifications.notifications, name="notifications"),
    path("notifications/settings/", switches.switches, name="switches"),
    path("notifications/read/", notifications.read_notifications, name="read_notifications"),
    path("notifications/unread/", notifications.unread_notifications, name="unread_notifications"),
    path(
        "notifications/<int:notification_id>/",
        notifications.open_notification,
        name="open_notification",
    ),
    path(
        "notifications/<int:notification_id>/read/",
        notifications.read_notification,
        name="read_notification",
    ),
    # What members say of a claim
    path("claims/<int:claim_id>/comments/", comments.comments, name="comments"),
    path("claims/<int:claim_id>/comment/", comments.begin_thread, name="begin_thread"),
    path("comments/<int:comment_id>/", comments.thread, name="thread"),
    path("comments/<int:comment_id>/reply/", comments.reply, name="reply"),
    path("comments/<int:comment_id>/edit/", comments.edit_comment, name="edit_comment"),
    path("comments/<int:comment_id>/remove/", comments.remove_comment, name="remove_comment"),
    path("comments/<int:comment_id>/restore/", comments.restore_comment, name="restore_comment"),
    path("comments/<int:comment_id>/resolve/", comments.resolve_thread, name="resolve_thread"),
    path("comments/<int:comment_id>/reopen/", comments.reopen_thread, name="reopen_thread"),
]

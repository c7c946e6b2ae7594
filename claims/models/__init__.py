"""Claims, their links, verdicts and history."""

from claims.models.attribution import Attribution
from claims.models.bulk import BulkAct, BulkPart
from claims.models.claim import Claim
from claims.models.comment import Comment
from claims.models.discrepancy import Discrepancy
from claims.models.event import Event
from claims.models.evidence import Evidence
from claims.models.house import StatusName, SubReason
from claims.models.link import Cluster, Dismissal, Link
from claims.models.mention import Mention
from claims.models.mute import Mute
from claims.models.notification import Notification
from claims.models.opinion import Opinion, OpinionEvidence
from claims.models.relocation import Relocation
from claims.models.saved_view import FeedKey, SavedView
from claims.models.silence import Silence
from claims.models.skip import Skip
from claims.models.verdict import RationaleDraft, Verdict, VerdictEvidence

__all__ = [
    "Attribution",
    "BulkAct",
    "BulkPart",
    "Claim",
    "Cluster",
    "Comment",
    "Discrepancy",
    "Dismissal",
    "Event",
    "Evidence",
    "FeedKey",
    "Link",
    "Mention",
    "Mute",
    "Notification",
    "Opinion",
    "OpinionEvidence",
    "RationaleDraft",
    "Relocation",
    "SavedView",
    "Silence",
    "Skip",
    "StatusName",
    "SubReason",
    "Verdict",
    "VerdictEvidence",
]

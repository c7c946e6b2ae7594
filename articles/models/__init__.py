"""Who published what: outlets, stories, articles, their revisions and sentences."""

from __future__ import annotations

from articles.models.article import Article, ArticleEvent, ArticleEventKind, Precision
from articles.models.batch import Batch, BatchItem, ItemState
from articles.models.draft import Draft
from articles.models.feed import Feed, FeedItem, FeedItemState, FeedRule
from articles.models.origin import (
    Credit,
    CreditKind,
    Origin,
    OriginEvent,
    OriginEventKind,
    OriginSide,
)
from articles.models.outlet import (
    Outlet,
    OutletDomain,
    OutletEvent,
    OutletEventKind,
    OutletName,
)
from articles.models.passage import Passage, SharedCopy
from articles.models.read_mark import ReadMark
from articles.models.revision import MAX_TEXT_LENGTH, MediaType, Revision, Sentence
from articles.models.story import Story, StoryEvent
from articles.models.table import Table

__all__ = [
    "MAX_TEXT_LENGTH",
    "Article",
    "ArticleEvent",
    "ArticleEventKind",
    "Batch",
    "BatchItem",
    "Credit",
    "CreditKind",
    "Draft",
    "Feed",
    "FeedItem",
    "FeedItemState",
    "FeedRule",
    "ItemState",
    "MediaType",
    "Origin",
    "OriginEvent",
    "OriginEventKind",
    "OriginSide",
    "Outlet",
    "OutletDomain",
    "OutletEvent",
    "OutletEventKind",
    "OutletName",
    "Passage",
    "Precision",
    "ReadMark",
    "Revision",
    "Sentence",
    "SharedCopy",
    "Story",
    "StoryEvent",
    "Table",
]

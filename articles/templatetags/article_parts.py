"""What is said of an article in a line about it."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from articles.models import Article, Precision
from web.templatetags import desk

register = template.Library()

WITHDRAWN = SafeString('<span class="sign sign-rereview">Withdrawn by its outlet</span>')


@register.simple_tag
def published(article: Article) -> SafeString | str:
    """When it was published, to the day where no more is known; nothing when that is not known."""
    if article.published_at is None:
        return ""
    if article.published_precision == Precision.DAY:
        return SafeString(f"<span>{desk.day(article.published_day)}</span>")
    return SafeString(f"<span>{desk.moment(article.published_at)}</span>")


@register.simple_tag
def withdrawn(article: Article) -> SafeString | str:
    """A sign that its outlet withdrew it."""
    return WITHDRAWN if article.is_withdrawn else ""

"""Which words of an article a person has seen."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import Article
from articles.querysets import ReadMarkQuerySet


class ReadMark(models.Model):
    """The newest revision of an article that a person has opened, by its number."""

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="read_marks"
    )
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="read_marks")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()

    objects = ReadMarkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reader", "article"], name="read_mark_once_each"),
            models.CheckConstraint(name="read_mark_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.reader} read revision {self.number} of {self.article}"

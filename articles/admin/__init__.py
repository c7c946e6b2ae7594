"""The pages of the admin, by subject."""

from articles.admin import articles, imports, origins, outlets

__all__ = ["articles", "imports", "origins", "outlets"]

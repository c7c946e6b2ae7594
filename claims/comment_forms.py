"""What is said of a claim, as it comes from a form."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from claims.models.comment import COMMENT_LENGTH

EMPTY = "Write something first."


class CommentForm(forms.Form):
    """Plain text. Line ends become LF, outer blanks go; what is too long is refused, never cut."""

    text = forms.CharField(
        widget=forms.Textarea, error_messages={"required": EMPTY}, strip=False, label="Comment"
    )

    def clean_text(self) -> str:
        text = "\n".join(str(self.cleaned_data["text"]).splitlines()).strip()
        if not text:
            raise ValidationError(EMPTY)
        if len(text) > COMMENT_LENGTH:
            raise ValidationError(
                f"A comment has at most {COMMENT_LENGTH:,} characters; this has {len(text):,}. "
                "Shorten it, or put the document into the evidence."
            )
        return text

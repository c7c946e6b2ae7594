"""What a reviewer types: a rationale, and evidence that is added with the verdict or before it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from claims import house
from claims.errors import BadLink, NotEnough
from claims.evidence import TITLE_LENGTH, NewEvidence
from claims.models import Claim
from claims.states import EvidenceKind, VerdictStatus

URL_LENGTH = 2_000
CITATION_LENGTH = 1_000
TEXT_LENGTH = 20_000  # of a rationale or note
REASON_LENGTH = 300  # one line
KINDS = [("", "Not said"), *EvidenceKind.choices]
DETAILS = ("kind", "archive", "title", "note")  # of a piece of evidence, besides its source
SHOWN = ("rationale", "reason", "sub_reason", "source", *DETAILS)
IN_ORDER = ("version", "status", *SHOWN, "linked_claim")
# Where a gap of a verdict is filled.
FIELDS = {
    "rationale": "rationale",
    "reason": "reason",
    "sub_reason": "sub_reason",
    "evidence": "source",
}

KIND_UNKNOWN = "Choose a kind from the list, or leave it unsaid."
ARCHIVE_BROKEN = "An archived copy has a whole address that begins with https://."
ADDRESS_BROKEN = "This address is not complete. Copy it again, or write a citation."
SOURCE_MISSING = "Give an address or a citation."
STATUS_MISSING = "Press Verify, Dispute or Can’t settle yet."
CITATION_TOO_LONG = (
    f"A citation has at most {CITATION_LENGTH:,} characters. Put the rest in the note."
)


class HolderForm(forms.Form):
    """Who holds the claim, as the page that asks showed it."""

    holder = forms.IntegerField(min_value=1)


class VerdictForm(forms.Form):
    """What a verdict needs, the service knows; `needs` is the one field that an act asks for."""

    version = forms.IntegerField(min_value=1)
    writer = forms.IntegerField(required=False)  # whose page it was, should the login have ended
    status = forms.ChoiceField(choices=VerdictStatus.choices, required=False)
    rationale = forms.CharField(required=False, strip=False, max_length=TEXT_LENGTH)
    reason = forms.CharField(required=False, max_length=REASON_LENGTH)
    sub_reason = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    source = forms.CharField(required=False, max_length=URL_LENGTH)
    kind = forms.ChoiceField(
        choices=KINDS, required=False, error_messages={"invalid_choice": KIND_UNKNOWN}
    )
    archive = forms.CharField(required=False, max_length=URL_LENGTH)
    title = forms.CharField(required=False, max_length=TITLE_LENGTH)
    note = forms.CharField(required=False, max_length=TEXT_LENGTH)
    linked_claim = forms.ModelChoiceField(queryset=Claim.objects.active(), required=False)

    def __init__(self, *args: Any, needs: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = needs
        choices = [("", "None said"), *self.reasons]
        self.fields["sub_reason"].choices = choices  # type: ignore[attr-defined]

    @property
    def reasons(self) -> list[tuple[str, list[tuple[int, str]]]]:
        """The desk's reasons under the status that each is of."""
        return [
            (status.label, [(one.pk, one.words) for one in house.offered() if one.status == status])
            for status in VerdictStatus
            if any(one.status == status for one in house.offered())
        ]

    def clean_source(self) -> str:
        source: str = self.cleaned_data["source"]
        if not _is_address(source):
            if len(source) > CITATION_LENGTH:
                raise ValidationError(CITATION_TOO_LONG)
            return source
        try:
            URLValidator(schemes=["http", "https"])(source)
        except ValidationError as error:
            raise ValidationError(ADDRESS_BROKEN) from error
        return source

    def clean_archive(self) -> str:
        archive: str = self.cleaned_data["archive"]
        if not archive:
            return ""
        try:
            URLValidator(schemes=["https"])(archive)
        except ValidationError as error:
            raise ValidationError(ARCHIVE_BROKEN) from error
        return "https" + archive.removeprefix(archive[:5])  # its scheme in any case

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if self.needs == "status" and not cleaned.get("status"):
            self.add_error("status", STATUS_MISSING)
        if cleaned.get("source") or cleaned.get("linked_claim") or "source" in self.errors:
            return cleaned
        if self.needs == "source" or any(cleaned.get(name) for name in DETAILS):
            self.add_error("source", SOURCE_MISSING)
        return cleaned

    def lack(self, error: NotEnough | BadLink) -> None:
        """Say at the fields what the service missed."""
        if isinstance(error, BadLink):
            self.add_error("source", str(error))
        elif len(error.missing) == 1:
            self.add_error(FIELDS[error.missing[0]], str(error))
        else:
            for name in error.missing:
                self.add_error(FIELDS[name], f"{name.capitalize()} is missing.")

    @property
    def gaps(self) -> list[tuple[str, str]]:
        """Each field that needs the person, in the order of the page, with why."""
        wrong = [name for name in IN_ORDER if name in self.errors]
        return [(name, " ".join(map(str, self.errors[name]))) for name in wrong]

    @property
    def first_gap(self) -> str:
        """Where the focus goes: the one field, or the notice that lists several."""
        names = [name for name, _ in self.gaps]
        return names[0] if len(names) == 1 and names[0] in SHOWN else "notice"

    @property
    def has_details(self) -> bool:
        """Something stands in the fields that are folded away, or is wrong there."""
        return any(self.data.get(name) or name in self.errors for name in DETAILS)

    @property
    def kinds(self) -> list[tuple[str, str]]:
        return KINDS

    @property
    def picked(self) -> str:
        """The verdict whose button was pressed last; empty before."""
        status = self.data.get("status") or self.data.get("picked", "")
        return status if status in VerdictStatus.values else ""

    @property
    def decision(self) -> dict[str, Any]:
        """What `verdicts.decide` takes."""
        cleaned = self.cleaned_data
        return {
            "status": VerdictStatus(cleaned["status"]),
            "rationale": cleaned["rationale"],
            "seen_version": cleaned["version"],
            "evidence": self.evidence,
            "reason": cleaned["reason"],
            "sub_reason": cleaned["sub_reason"],
        }

    @property
    def evidence(self) -> NewEvidence | None:
        """The piece that was typed or chosen; none when there is none."""
        cleaned = self.cleaned_data
        if linked := cleaned.get("linked_claim"):
            return NewEvidence(linked_claim=linked)
        source = cleaned.get("source")
        if not source:
            return None
        place = "url" if _is_address(source) else "citation"
        details = {"title": cleaned["title"], "note": cleaned["note"], "kind": cleaned["kind"]}
        return NewEvidence(**{place: source}, **details, archive_url=cleaned["archive"])


class UndoForm(forms.Form):
    """Why a desk admin takes back what somebody else decided."""

    reason = forms.CharField(required=False, max_length=REASON_LENGTH)


def _is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))

"""The documents keep up with the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accounts.roles import GROUPS
from articles.models import CreditKind, FeedItemState, ItemState, OriginEventKind
from claims.states import (
    AttributionState,
    BulkKind,
    BulkOutcome,
    BulkState,
    ClaimStatus,
    DiscrepancyGrade,
    EventKind,
    EvidenceKind,
    LinkKind,
    LinkState,
    Mismatch,
    NotificationKind,
    OpinionState,
    RelocationOutcome,
    RelocationState,
    Resolution,
)
from matching import Strength

ROOT = Path(__file__).resolve().parents[2]
WORDS = [
    *ClaimStatus.values,
    *LinkKind.values,
    *LinkState.values,
    *DiscrepancyGrade.values,
    *Resolution.values,
    *RelocationOutcome.values,
    *RelocationState.values,
    *GROUPS,
    *EventKind.values,
    *Mismatch.values,
    *NotificationKind.values,
    *AttributionState.values,
    *OpinionState.values,
    *EvidenceKind.values,
    *Strength,
    *BulkKind.values,
    *BulkState.values,
    *BulkOutcome.values,
    *CreditKind.values,
    *OriginEventKind.values,
    *ItemState.values,
    *FeedItemState.values,
]


@pytest.mark.parametrize("word", WORDS)
def test_the_domain_page_names_every_state_event_and_role(word):
    page = " ".join((ROOT / "docs" / "domain.md").read_text("utf-8").split())
    assert f"`{word}`" in page


@pytest.mark.parametrize(
    "name", ["requirements.in", "requirements-vectors.in", "requirements-dev.in"]
)
def test_every_dependency_has_its_reason(name):
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    lines = (ROOT / name).read_text("utf-8").splitlines()
    packages = [re.match(r"[\w-]+", line) for line in lines if line and line[0].isalpha()]
    missing = [p[0] for p in packages if p and f"| {p[0].lower()} |" not in page]
    assert missing == []


def test_the_readme_names_every_command_of_the_script():
    readme = (ROOT / "README.md").read_text("utf-8")
    for command in ("demo", "test", "lint", "manage", "bench"):
        assert f"./desk {command}" in readme


def test_every_environment_variable_of_the_settings_is_documented():
    settings = (ROOT / "factdesk" / "settings.py").read_text("utf-8")
    names = re.findall(r'environment\.\w+\("(\w+)"', settings)
    page = (ROOT / "docs" / "deploy.md").read_text("utf-8")
    assert names
    assert [name for name in names if f"`{name}`" not in page] == []

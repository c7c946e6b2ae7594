"""What became of a claim's place when its article got another text."""

from matching.relocation.outcome import Outcome, Relocation
from matching.relocation.placing import relocate

__all__ = ["Outcome", "Relocation", "relocate"]

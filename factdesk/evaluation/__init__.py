"""Measures `matching` on research sets that are no part of Fact Desk; docs/matching.md reports."""

"""Figures in a text, and whether two texts' figures can both hold."""

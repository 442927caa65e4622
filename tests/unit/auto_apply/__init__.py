"""Auto-apply: pure decisions."""

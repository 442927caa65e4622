"""The `applyonce` command."""

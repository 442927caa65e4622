"""Requests, results and their shapes, as pydantic models. The table of operations is `companion.protocol`."""

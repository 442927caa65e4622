"""Chaos with the real parts: two Chromiums, native hosts, companion and board, and faults at random moments."""

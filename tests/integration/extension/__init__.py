"""The extension's scripts on real and hand-written pages, in a real browser."""

"""Our own pages (popup, options, confirmations) in a real browser, with a stand-in for the background."""

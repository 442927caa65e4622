"""Pages that attack the extension, and the server that gives them under the boards' own host names."""

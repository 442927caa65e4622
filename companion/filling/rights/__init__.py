"""Questions about the right to work, by country."""

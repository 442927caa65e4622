"""The actors of the end-to-end tests, all real: browsers, the companion and the sample board."""

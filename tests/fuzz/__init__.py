"""Input of every kind against what reads it: some in the test run, more, and guided, by `make fuzz`."""

"""What `make bench` measures: ratios to bare baselines, taken in one run, round by round in turn."""

"""A sample job board: pages built like those of real boards, which count the applications they receive."""

"""The sample job board, used as a human applicant uses it in a real browser."""

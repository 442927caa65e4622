"""The arbiter over a real SQLite: every row of the state machine, every refusal."""

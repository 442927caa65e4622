"""The store: what is remembered, in SQLite, written by one writer in durable group commits."""

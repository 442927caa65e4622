"""The answer bank: whether an answer of the user settles a question in other words."""

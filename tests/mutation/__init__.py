"""Mutation testing of the state machine and the arbiter: `make mutation`."""

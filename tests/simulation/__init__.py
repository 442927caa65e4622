"""A seeded simulation of the arbiter: many holders, every fault, invariants after each step."""

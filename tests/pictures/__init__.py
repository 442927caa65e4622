"""Pictures of everything that a user sees, in both browsers, and what a machine finds wrong with them."""

"""ApplyOnce's companion: decides who may work on which job, and remembers what was sent."""

__version__ = "0.1.0"

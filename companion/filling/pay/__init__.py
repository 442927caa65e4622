"""The expected pay, told only where exactly that is asked for."""

"""The soak: the whole product at work for as long as you like, and whether anything of it grows."""

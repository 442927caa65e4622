"""What `make bench-fill` measures: the whole product over real application pages, judged from outside."""

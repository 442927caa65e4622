"""The store on a real disk: the contract of any store, and what SQLite's own must hold."""

"""What the law lets happen: one family of commands a module."""

"""The pages of persons: one module for each sort."""

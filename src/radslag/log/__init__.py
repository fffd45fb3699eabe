"""The record: append-only, sealed entry by entry, written by a clerk and by nobody else."""

"""What is measured, against the floor of the same run."""

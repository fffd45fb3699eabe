"""What can happen to minutes, from draft to posted. Pure."""

"""What is posted, from when, uninterrupted until when, with proof."""

"""What a massage is, in plain Python."""

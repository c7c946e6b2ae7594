"""What a claim asserts besides its figures: that it is so or not, and of whom."""

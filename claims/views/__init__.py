"""Pages of claims: reading, linking, the queue, reviews and stories."""

"""What is not the same: stretches that are only here, and what differs inside a match."""

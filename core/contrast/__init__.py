"""What is not the same: sentences, and parts of sentences, that only one outlet reports."""

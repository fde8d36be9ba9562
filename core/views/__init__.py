"""What the reader's lists and tables hold, apart from how they are drawn."""

"""What stands on the pages beside the columns, line by line: nothing is drawn here."""

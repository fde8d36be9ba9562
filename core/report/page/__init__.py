"""The parts of the HTML report that are not Python: its template, its style sheet, its script."""

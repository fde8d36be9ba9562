"""For each language a text of its stop words, the forms and letters that count as others, and elisions."""

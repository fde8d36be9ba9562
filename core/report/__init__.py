"""A notebook as text, JSON or Markdown: one module per format."""

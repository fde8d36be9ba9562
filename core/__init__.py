"""What newsdiff knows: reading, matching and keeping articles, without a screen."""

"""`python -m newsdiff.tui` is `newsdiff`."""

from __future__ import annotations

import sys

from newsdiff.tui.cli import main

sys.exit(main())

"""Draw the pictures of the README from the real screen on the sample story: python tools/make_pictures.py."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from newsdiff.core import store
from newsdiff.tui.app import NewsdiffApp

ROOT = Path(__file__).resolve().parent.parent
SIZE = (120, 36)


async def main() -> None:
    """Write docs/reader.svg, docs/detail.svg, docs/aligned.svg and docs/overview.svg."""
    notebook = store.load(ROOT / "samples" / "chicago.newsdiff.json")
    app = NewsdiffApp(notebook)
    async with app.run_test(size=SIZE) as pilot:
        await _draw(pilot, "reader")
        await pilot.press("enter")
        await _draw(pilot, "detail")
        await pilot.press("escape", "v")
        await _draw(pilot, "aligned")
        await pilot.press("f6")
        await _draw(pilot, "overview")


async def _draw(pilot: Pilot[int], name: str) -> None:
    await pilot.pause()
    target = ROOT / "docs" / f"{name}.svg"
    target.parent.mkdir(exist_ok=True)
    target.write_text(pilot.app.export_screenshot(), encoding="utf-8")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        import os

        os.environ["NEWSDIFF_STATE_DIR"] = folder
        asyncio.run(main())

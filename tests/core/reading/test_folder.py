from __future__ import annotations

from pathlib import Path

from newsdiff.core.reading.folder import articles_in


def test_numbers_in_names_count_as_numbers(tmp_path: Path) -> None:
    for name in ("a10.txt", "a2.txt", "a1.txt", "B1.txt", "2.txt"):
        (tmp_path / name).write_text("Rain fell.", encoding="utf-8")
    assert [Path(path).name for path in articles_in(str(tmp_path), [".txt"])] == [
        "2.txt",
        "a1.txt",
        "a2.txt",
        "a10.txt",
        "B1.txt",
    ]

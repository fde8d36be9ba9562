"""The settings file: what is right in it holds, and what is wrong is told with its line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from newsdiff.core.notebook import Notebook
from newsdiff.tui import keymap, settings
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.cli import main
from newsdiff.tui.settings import Settings
from newsdiff.tui.settings_example import example
from newsdiff.tui.settings_file import File, read
from on_screen import reader, screen_lines

_PAGE = Path(__file__).parents[2] / "docs" / "settings.md"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file that the program will read once something is in it."""
    file = tmp_path / "mine.toml"
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(file))
    return file


def told(file: Path, text: str) -> list[str]:
    file.write_text(text, encoding="utf-8")
    return [*read(file)[1]]


# Where it lies


def test_no_file_is_no_matter_and_nothing_is_loaded_for_it(tmp_path: Path) -> None:
    assert settings.load() == (Settings(), ())
    code = "import sys; from newsdiff.tui import settings; settings.load(); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert "newsdiff.tui.settings" in done.stdout.split()
    assert {"tomllib", "pydantic", "textual"}.isdisjoint(done.stdout.split())


def test_it_lies_in_the_users_configuration_folder(tmp_path: Path) -> None:
    assert settings.settings_file().is_relative_to(tmp_path)
    assert settings.settings_file().name == "settings.toml"
    settings.settings_file().parent.mkdir(parents=True)
    settings.settings_file().write_text('theme = "nord"')
    assert settings.load() == (Settings(theme="nord"), ())


def test_another_file_that_is_named_but_not_there_is_told(file: Path) -> None:
    chosen, complaints = settings.load()
    assert chosen == Settings()
    assert f"{file}: there is no such file, though NEWSDIFF_CONFIG names it" in complaints[0]


def test_a_folder_or_bytes_are_told(file: Path) -> None:
    file.mkdir()
    assert "this is a folder" in settings.load()[1][0]
    file.rmdir()
    file.write_bytes(b"\xff\xfe\x00")
    assert settings.load() == (Settings(), ("mine.toml is not UTF-8 text; the usual settings hold",))


# What is in it


def test_what_is_right_holds(file: Path) -> None:
    file.write_text('\ufefftheme = "ansi-dark"\n[keys]\nonly-here = "x , ?"\nhelp = "f1"\n', encoding="utf-8")
    assert settings.load() == (Settings("ansi-dark", 76, {"only-here": "x,question_mark", "help": "f1"}), ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            '\ntheme = "nrd"',
            "mine.toml line 2: theme: there is no theme nrd, perhaps nord; allowed are textual-dark,",
        ),
        (
            "reading_width = 19",
            "line 1: reading_width: 19 cannot be; allowed is a whole number of cells from 20",
        ),
        ("reading_width = 76.5", "line 1: reading_width: 76.5 cannot be; allowed is a whole number"),
        ("reading_width = true", "line 1: reading_width: True cannot be; allowed is a whole number"),
        ("theme = 3", "mine.toml line 1: theme: 3 cannot be; allowed is a name in quotation marks"),
        ('\n\nthem = "nord"', "mine.toml line 3: them: there is no such setting, perhaps theme; allowed are"),
        (
            'copy = "x"',
            "line 1: copy: there is no such setting, perhaps copy in the table [keys]; allowed are",
        ),
        ("[keys]\n\ncopy = 3", "line 3: keys.copy: 3 cannot be; allowed is keys in quotation marks"),
        ('[keys]\n"cpy" = "x"', "line 2: keys.cpy: there is no such command, perhaps copy"),
        ('[keys]\ncopy = "nothing"', 'line 2: keys.copy: "nothing" is no key'),
        ('keys.copy = "j"', "line 1: keys.copy: j is the key of next-sentence too"),
        ('keys = { copy = "j" }', "line 1: keys.copy: j is the key of next-sentence too"),
        ("keys = 3", "line 1: keys: 3 cannot be; allowed is [keys] on a line of its own"),
        ("\n[[keys]]\n", "line 2: keys: [{}] cannot be"),
        ("[colours]\nx = 1", "line 1: colours: there is no such setting; allowed are"),
        ("theme = 'nord'\ntheme =", "line 2: invalid value: this is not TOML, so the usual settings hold"),
        ('theme = """nord', "line 1: "),
        ("\n\n[keys", "line 3: "),
        ("a = " + "[" * 5000, "too deep"),
        ('"\x1b[2J" = 1', "mine.toml line 1: illegal"),
        ('theme = "\\u001b[2J"', "there is no theme"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(file: Path, text: str, complaint: str) -> None:
    found = told(file, text)
    assert len(found) == 1
    assert complaint in found[0]
    assert "\x1b" not in found[0]
    assert "\n" not in found[0]


def test_one_wrong_entry_costs_no_other(file: Path) -> None:
    file.write_text(
        'nothing = 1\ntheme = "nord"\n[keys]\nonly-here = "x"\nsave = "zzz"\ncopy = 1\nundo = "f9"\n',
        encoding="utf-8",
    )
    chosen, complaints = read(file)
    assert chosen == Settings("nord", 76, {"only-here": "x", "undo": "f9"})
    assert [re.findall(r"line (\d+)", each) for each in complaints] == [["1"], ["5"], ["6"]]


# The program


async def test_the_reader_starts_all_the_same_and_is_told(notebook: Notebook, file: Path) -> None:
    told(file, 'theme = "dracula"\n[keys]\nsav = "x"')
    chosen, complaints = settings.load()
    app = NewsdiffApp(notebook, notices=complaints, settings=chosen)
    async with app.run_test(size=(120, 30)) as pilot:
        assert app.theme == "dracula"
        assert "mine.toml line 3: keys.sav" in str(reader(app).query_one("#remark").render())
        await pilot.press("w")
        assert any("there is no such command, perhaps save" in line for line in screen_lines(app))


async def test_no_line_of_a_column_is_wider_than_the_reading_width(notebook: Notebook) -> None:
    for wanted, has in ((20, 20), (200, 52)):
        app = NewsdiffApp(notebook, settings=Settings(reading_width=wanted))
        async with app.run_test(size=(180, 30)):
            columns = [reader(app).canvas.arrangement.column(article) for article in range(3)]
            assert {column.text for column in columns if column} == {has}


async def test_the_start_screen_tells_too(file: Path) -> None:
    app = NewsdiffApp(None, notices=("mine.toml line 3: [b]no[/b]",))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert any("mine.toml line 3: [b]no[/b]" in line for line in screen_lines(app))


def test_settings_says_where_the_file_lies(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(file, 'theme = "nord"')
    assert main(["settings"]) == 0
    assert capsys.readouterr() == (f"{file}\n", "")


def test_settings_tells_what_is_wrong(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told(file, "theme = 1")
    assert main(["settings"]) == 1
    out, err = capsys.readouterr()
    assert out == f"{file}\n"
    assert err.startswith("newsdiff: mine.toml line 1: theme: 1 cannot be")


@pytest.mark.parametrize("empty", [False, True])
def test_settings_prints_an_example_where_there_is_none(
    file: Path, capsys: pytest.CaptureFixture[str], empty: bool
) -> None:
    if empty:  # as the shell leaves it behind in `newsdiff settings > FILE`
        file.touch()
    assert main(["settings"]) == 0
    out, err = capsys.readouterr()
    assert (str(file) in out, err) == (True, "")
    file.write_text(out)
    assert settings.load() == (Settings(), ())


def test_settings_wants_nothing_more(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["settings", "x"])
    assert end.value.code == 2


# The page


def test_the_page_shows_the_example_as_it_is() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    before, fence, rest = page.partition("```toml\n")
    wanted = f"{before}{fence}{example()}```{rest.partition('```')[2]}"
    if os.environ.get("NEWSDIFF_UPDATE_SCREENS"):
        _PAGE.write_text(wanted, encoding="utf-8")
    assert wanted == _PAGE.read_text(encoding="utf-8")


def test_the_example_settles_nothing_until_lines_are_taken_in(file: Path) -> None:
    assert told(file, example()) == []
    assert read(file)[0] == Settings()
    bare = re.sub(r"^# (?=[a-z0-9_-]+ = )", "", example(), flags=re.MULTILINE)
    entries = tomllib.loads(bare)
    assert entries.keys() == File.model_fields.keys()
    assert entries["keys"].keys() == keymap.commands().keys()
    assert told(file, bare) == []
    usual = {name: binding.key for name, binding in keymap.commands().items()}
    assert dict(read(file)[0].keys) == usual


def test_the_page_says_what_every_setting_is() -> None:
    page = _PAGE.read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in File.model_fields)

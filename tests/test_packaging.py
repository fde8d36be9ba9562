"""The wheel holds what the program needs and nothing beside it, and runs where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parent.parent
_FOLDERS = ("core", "tui", "samples")


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"NEWSDIFF_STATE_DIR": str(cwd / "state"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel, built from a copy, because building leaves things behind."""
    source = tmp_path_factory.mktemp("source")
    for folder in _FOLDERS:
        shutil.copytree(_ROOT / folder, source / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(_ROOT / file, source)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    _run(*pip, "--wheel-dir", "dist", ".", cwd=source)
    (built,) = (source / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of a bare environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "venv", "--without-pip", "bare", cwd=folder)
    programs = folder / "bare" / ("Scripts" if os.name == "nt" else "bin")
    python = programs / "python"
    _run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        python,
        "install",
        "--no-deps",
        "--no-index",
        wheel,
        cwd=folder,
    )
    # The dependencies come from here. A path in a .pth file does not run the .pth files that lie there, so
    # the editable installation stays out of the way.
    site = _run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    ).stdout.strip()
    borrowed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(site) / "borrowed.pth").write_text("\n".join(borrowed) + "\n")
    where = _run(python, "-c", "import newsdiff.core; print(newsdiff.core.__file__)", cwd=folder).stdout
    assert Path(where.strip()).is_relative_to(Path(site))
    return programs


def test_everything_is_in_the_wheel_and_nothing_stands_at_its_top(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"newsdiff"}
    expected = {
        f"newsdiff/{path.relative_to(_ROOT).as_posix()}"
        for folder in _FOLDERS
        for path in (_ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert "newsdiff/tui/newsdiff.tcss" in expected
    assert expected - names == set()
    assert {name for name in names if ".dist-info/" not in name} - expected == set()


def test_the_program_says_its_version(installed: Path, tmp_path: Path) -> None:
    assert _run(installed / "newsdiff", "--version", cwd=tmp_path).stdout.startswith("newsdiff 0.")


def test_the_program_reports(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "gazette.txt").write_text("The bridge over the Arno closed on Monday. Nobody was hurt.")
    (tmp_path / "herald.txt").write_text("On Monday the bridge over the Arno closed. A ferry runs.")
    done = _run(installed / "newsdiff", "report", "gazette.txt", "herald.txt", cwd=tmp_path)
    assert "2 outlets compared: Gazette and Herald." in done.stdout


def test_the_module_runs_too(installed: Path, tmp_path: Path) -> None:
    assert (
        "newsdiff report" in _run(installed / "python", "-m", "newsdiff.tui", "--help", cwd=tmp_path).stdout
    )


def test_the_sample_is_found(installed: Path, tmp_path: Path) -> None:
    code = (
        "from importlib import resources; print(*(f for f in resources.files('newsdiff.samples').iterdir()))"
    )
    assert "chicago" in _run(installed / "python", "-c", code, cwd=tmp_path).stdout

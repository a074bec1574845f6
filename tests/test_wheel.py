"""The wheel, as a stranger gets it: an empty environment, another folder, every asset inside."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from massage_guide import __version__

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, folder: Path) -> str:
    """Run a command without a display and give what it printed."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "PYTHONPATH")
    }
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the locked builder; no network is needed."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, folder=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it into an empty environment that borrows only the libraries of this one."""
    place = tmp_path_factory.mktemp("empty") / "environment"
    venv.create(place, symlinks=True)
    paths = {"base": str(place), "platbase": str(place)}
    libraries = Path(sysconfig.get_path("purelib", "venv", paths))
    # Folders named in a .pth file do not have their own .pth files read: the checkout stays out.
    (libraries / "libraries.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    python = Path(sysconfig.get_path("scripts", "venv", paths), "python")
    pip = (sys.executable, "-m", "pip", "--python", python)
    run(*pip, "install", "-q", "--no-deps", "--no-index", "--ignore-installed", wheel, folder=place)
    run(*pip, "check", folder=place)
    return python.parent


def test_every_asset_is_inside(wheel: Path) -> None:
    assets = {
        f"massage_guide/{file.relative_to(ROOT).as_posix()}": file.read_bytes()
        for file in (ROOT / "assets").rglob("*")
        if file.is_file()
    }
    with zipfile.ZipFile(wheel) as archive:
        inside = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("massage_guide/assets/")
        }

    assert assets
    assert inside == assets


def test_nothing_but_the_program_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}

    assert tops == {"massage_guide", f"massage_guide-{__version__}.dist-info"}


def test_it_runs_from_another_folder(installed: Path, tmp_path: Path) -> None:
    program = installed / "massage-guide"
    where = "import massage_guide; print(massage_guide.__file__)"

    assert str(installed.parent) in run(installed / "python", "-c", where, folder=tmp_path)
    assert __version__ in run(program, "--version", folder=tmp_path)
    run(program, "self-test", folder=tmp_path)

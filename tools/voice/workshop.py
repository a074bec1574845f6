"""The workshop: environments of their own, for what is too large to be part of the program.

`rendering` holds the model that speaks, and the voices; `hearing` holds the one that listens. Each
is made once, in `.venv/voice`, from the list of its name beside this file.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.voice.cast import CAST, KOKORO_JS

ROOT = Path(__file__).resolve().parent.parent.parent
HOME = ROOT / ".venv" / "voice"
LISTS = Path(__file__).parent


class NotReadyError(Exception):
    """A sentence for the person at the keyboard: what is missing and what to do."""


def provide(room: str) -> Path:
    """The Python of the environment of this name; made where it is not there as its list says."""
    home, lock = HOME / room, LISTS / f"{room}.txt"
    python, stamp = home / "bin" / "python", home / "ready"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
        print(f"Making {home.relative_to(ROOT)} ...", flush=True)
        _run(sys.executable, "-m", "venv", "--clear", str(home))
        _run(str(python), "-m", "pip", "install", "-qq", "--require-hashes", "-r", str(lock))
        stamp.write_text(wanted, "utf-8")
    return python


def provide_styles() -> Path:
    """The folder of the voices' tables; fetched where it is not there."""
    folder = HOME / "styles"
    if not all(_is_genuine(folder / f"{one.name}.bin", one.style_sha256) for one in CAST):
        _fetch_styles(folder)
    for one in CAST:
        if not _is_genuine(folder / f"{one.name}.bin", one.style_sha256):
            raise NotReadyError(f"kokoro-js {KOKORO_JS} holds another {one.name} than it did.")
    return folder


def environment() -> dict[str, str]:
    """What a script in the workshop sees: the program's own code, and no stray settings."""
    return os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}


def _fetch_styles(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        try:
            _run("npm", "pack", "--silent", f"kokoro-js@{KOKORO_JS}", cwd=place)
        except FileNotFoundError:
            raise NotReadyError("npm is needed to fetch the voices; install Node.js.") from None
        with tarfile.open(next(Path(place).glob("*.tgz"))) as package:
            for one in CAST:
                found = package.extractfile(f"package/voices/{one.name}.bin")
                if found is not None:
                    (folder / f"{one.name}.bin").write_bytes(found.read())


def _is_genuine(path: Path, sha256: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _run(*command: str, cwd: str | None = None) -> None:
    quiet = subprocess.DEVNULL
    if subprocess.run(command, cwd=cwd, stdin=quiet, stdout=quiet).returncode:
        raise NotReadyError(f"`{' '.join(command[:4])} ...` did not work; the lines above say why.")

"""Getting ready: system libraries, a virtual environment in .venv and the locked dependencies.

Needs nothing but the standard library. Called by tools/setup, with one word:
nothing (only what every command needs), `run` (a window too), `test` or `bench`. Words after
`run` are the program's own: it is then asked for a command and opens no window.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMP = VENV / "ready"
LOCK = ROOT / "requirements-dev.txt"


@dataclass(frozen=True)
class Need:
    """Something that the system, not pip, has to provide."""

    name: str
    """A library's soname, or a program's name."""
    apt: str
    """The package on Debian and Ubuntu."""
    pacman: str
    """The package on Arch."""

    @property
    def rpm(self) -> str:
        """What dnf and zypper can be asked for: a library by its soname, a program by its path."""
        return f"'{self.name}()(64bit)'" if ".so" in self.name else f"/usr/bin/{self.name}"

    def is_met(self) -> bool:
        """Tell whether the library loads or the program is on the path."""
        if ".so" not in self.name:
            return shutil.which(self.name) is not None
        try:
            ctypes.CDLL(self.name)
        except OSError:
            return False
        return True


# What Qt's wheels leave to the system, even where nothing is shown.
ALWAYS = (
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Need("libEGL.so.1", "libegl1", "libglvnd"),
    Need("libGL.so.1", "libgl1", "libglvnd"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5"),
)
X11 = (
    Need("libXrandr.so.2", "libxrandr2", "libxrandr"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND = (
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
    Need("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
)
# Tests that need one of these say so and are skipped where it is absent.
WELCOME = (
    Need("dbus-daemon", "dbus", "dbus"),
    Need("Xvfb", "xvfb", "xorg-server-xvfb"),
    Need("xauth", "xauth", "xorg-xauth"),
    Need("pulseaudio", "pulseaudio", "pulseaudio"),
    Need("pactl", "pulseaudio-utils", "libpulse"),
)


class NotReadyError(Exception):
    """A sentence for the person at the keyboard: what is missing and what to type."""


def needs_of(purpose: str) -> tuple[Need, ...]:
    """List what must be there for `purpose`."""
    if sys.platform != "linux":
        return ()
    if purpose == "bench":
        return ALWAYS + X11
    if purpose != "window" or os.environ.get("QT_QPA_PLATFORM", "xcb") not in ("xcb", "wayland"):
        return ALWAYS
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("QT_QPA_PLATFORM") != "xcb":
        return ALWAYS + WAYLAND
    return ALWAYS + X11


def require_screen() -> None:
    """Say so where a window cannot open, before Qt ends the program without a word of sense."""
    if sys.platform == "linux" and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise NotReadyError(
            "All is set up, but there is no screen here to open a window on. "
            "Type `make run` on a desktop; `make test` needs no screen."
        )


def unmet(needs: tuple[Need, ...]) -> list[Need]:
    """Pick out what is missing."""
    return [need for need in needs if not need.is_met()]


def is_debian() -> bool:
    """Tell whether apt is how this system installs things."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def line_to_type(needs: list[Need]) -> str:
    """Word the one command that installs `needs` here."""
    sudo = "" if os.geteuid() == 0 else "sudo "
    if is_debian():
        return f"{sudo}apt-get install -y --no-install-recommends {words(n.apt for n in needs)}"
    for installer in ("dnf", "zypper"):
        if shutil.which(installer):
            return f"{sudo}{installer} install -y {words(n.rpm for n in needs)}"
    if shutil.which("pacman"):
        return f"{sudo}pacman -S --needed {words(n.pacman for n in needs)}"
    return f"(your system's installer, for) {words(n.name for n in needs)}"


def words(names: Iterator[str]) -> str:
    """Join names with spaces, each once."""
    return " ".join(dict.fromkeys(names))


def apt_install(packages: str) -> bool:
    """Install packages without a question; refresh apt's lists only where the first try fails."""
    print(f"Installing {packages} ...", flush=True)
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages.split()]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}

    def run(command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )

    tried = run(install)
    if tried.returncode != 0:
        run([*apt, "update"])
        tried = run(install)
    if tried.returncode != 0:
        print(tried.stdout[-2000:] + tried.stderr[-2000:], file=sys.stderr)
    return tried.returncode == 0


def provide_system(purpose: str) -> None:
    """Install what is missing where we may, and otherwise say what to type."""
    missing = unmet(needs_of(purpose))
    if importlib.util.find_spec("ensurepip") is None:
        if not is_debian():
            raise NotReadyError("This Python has no ensurepip, so it cannot make .venv.")
        version = f"python{sys.version_info.major}.{sys.version_info.minor}"
        missing.insert(0, Need("ensurepip", f"{version}-venv", "python"))
    may_install = is_debian() and os.geteuid() == 0
    if missing and not (may_install and apt_install(words(n.apt for n in missing))):
        line = line_to_type(missing)
        raise NotReadyError(f"Some system packages are missing. Please type:\n    {line}")
    importlib.invalidate_caches()

    welcome = unmet(WELCOME) if purpose in ("test", "bench") and sys.platform == "linux" else []
    if welcome and not (may_install and apt_install(words(n.apt for n in welcome))):
        print(f"Some tests will be skipped. To run them too: {line_to_type(welcome)}")


def pip(*arguments: str) -> None:
    """Run the environment's own pip, deaf to settings that would install elsewhere."""
    stray = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV")
    environment = {name: value for name, value in os.environ.items() if name not in stray}
    environment |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    command = [str(PYTHON), "-m", "pip", "install", "-qq", *arguments]
    if subprocess.run(command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL).returncode:
        raise NotReadyError(
            "Fetching the libraries did not work; the lines above say why. "
            "Once that is mended, type the same again: it goes on from here."
        )


def describe_environment() -> str:
    """Say which Python .venv has and where it stands, or nothing where it does not work."""
    ask = "import sys, pip; print(sys.version_info[:3], sys.prefix)"
    try:
        answer = subprocess.run(
            [PYTHON, "-I", "-c", ask], capture_output=True, text=True, stdin=subprocess.DEVNULL
        )
    except OSError:
        return ""
    return answer.stdout.strip() if answer.returncode == 0 else ""


def is_usable(place: str, stamp: list[str]) -> bool:
    """Tell whether what stands in .venv can be kept: it runs, fits and has not been moved."""
    fits = place.startswith(("(3, 11,", "(3, 12,", "(3, 13,"))
    return fits and place.endswith(str(VENV)) and (not stamp or stamp[0] == place)


def provide_environment() -> None:
    """Make .venv match the lock; do nothing where its stamp says that it does."""
    wanted = hashlib.sha256(LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []
    place = describe_environment()
    if place and stamp == [place, wanted]:
        return
    if not is_usable(place, stamp):
        print("Making .venv ...", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
        command = [sys.executable, "-I", "-m", "venv", str(VENV)]
        if subprocess.run(command, stdin=subprocess.DEVNULL).returncode:
            raise NotReadyError("Making the virtual environment .venv did not work.")
        place = describe_environment()
    STAMP.unlink(missing_ok=True)
    print("Fetching the libraries (some 120 MB, once) ...", flush=True)
    pip("--require-hashes", "-r", str(LOCK))
    pip("--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT))
    try_toolkit()
    STAMP.write_text(f"{place}\n{wanted}\n", "utf-8")


def try_toolkit() -> None:
    """Load Qt once, so that a library we do not know of is named here and not in a traceback."""
    ask = "from PySide6 import QtCore, QtDBus, QtGui, QtNetwork, QtSvg, QtWidgets"
    tried = subprocess.run([PYTHON, "-I", "-c", ask], capture_output=True, text=True)
    if tried.returncode:
        reason = tried.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise NotReadyError(
            f"Qt does not load: {reason[0].removeprefix('ImportError: ')}\n"
            "Install the system package that holds this library, then type the same again."
        )


@contextmanager
def alone() -> Iterator[None]:
    """Let two set-ups of one checkout wait for each other."""
    import fcntl  # not on Windows, where this script is not used but still read by the checks

    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def main() -> int:
    """Get ready for the purpose named on the command line."""
    purpose = "window" if sys.argv[1:] == ["run"] else "".join(sys.argv[1:2])
    try:
        with alone():
            provide_system(purpose)
            provide_environment()
        if purpose == "window":
            require_screen()
    except NotReadyError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

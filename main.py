"""Start the window, the command line, or, with `--engine NAME`, one of the engines."""

import runpy
import sys

ENGINES = {
    "locust-master": "studio.child.load.launcher",
    "locust-worker": "studio.child.load.launcher",
    "trial": "studio.child.load.trial.walking",
    "shop": "studio.child.shop.shop",
}


def main() -> int:
    """Return the exit code."""
    if sys.argv[1:2] == ["--engine"]:
        runpy.run_module(ENGINES[sys.argv[2]], run_name="__main__")
        return 0
    if sys.argv[1:]:
        from studio.cli.command_line import run_command_line  # noqa: PLC0415  # no Qt here

        return run_command_line(sys.argv[1:])
    from ui.app import run_window  # noqa: PLC0415  # an engine must never load Qt

    return run_window()


if __name__ == "__main__":
    sys.exit(main())

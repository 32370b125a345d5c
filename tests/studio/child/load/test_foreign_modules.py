"""What Locust would import by name alone does not take part, wherever it lies."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]

CHILD = """
import sys
sys.path[:0] = [{root!r}, {planted!r}]
from studio.child.load.foreign_modules import block_foreign_modules
block_foreign_modules()
for name in ("locust_plugins", "pytest"):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error.msg == f"No module named {{name!r}}")
import planted_elsewhere
"""


def test_a_planted_module_is_not_imported(tmp_path: Path) -> None:
    for name in ("locust_plugins", "pytest", "planted_elsewhere"):
        (tmp_path / f"{name}.py").write_text(f"print('{name} was here')")
    code = CHILD.format(root=str(ROOT), planted=str(tmp_path))
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == ["True", "True", "planted_elsewhere was here"]

"""Build hook: the built front end goes into the wheel, also for editable installs.

In the repository the front end is built when it is stale. A source distribution carries the built
files, so that installing from it needs neither Node.js nor the npm registry. The catalogues are
compiled each time.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NEEDED = ("balise_xblocks/public/built/balise.js", "balise_xblocks/public/built/fr.json")


class FrontendHook(BuildHookInterface[Any]):
    """Runs ``frontend.py`` where the repository is there; insists on its result elsewhere."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is stale, or stop with a message when a built file is missing."""
        root = Path(self.root)
        script = root.parent / "builder/frontend.py"
        if script.is_file() and (root.parent / "package-lock.json").is_file():
            subprocess.run([sys.executable, str(script)], check=True)
        missing = [name for name in NEEDED if not (root / name).exists()]
        if missing:
            raise FileNotFoundError(
                f"{', '.join(missing)} missing: run `python builder/frontend.py` in the repository"
            )
        subprocess.run([sys.executable, str(root / "catalogs.py"), "compile"], check=True)

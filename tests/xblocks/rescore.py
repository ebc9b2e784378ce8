"""What the staff of a platform does to a learner's block, in a workbench that was stopped or runs.

``python -m tests.xblocks.rescore FOLDER USAGE LEARNER`` marks the kept answers again by the present
keys; what the block publishes goes where the workbench writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.xblocks.workbench import COURSE, fill, prepare


def main(folder: Path, usage: str, learner: str) -> None:
    """Rescore one block of one learner."""
    prepare(folder)
    fill(COURSE)
    from workbench.runtime import WorkbenchRuntime

    block = WorkbenchRuntime(learner).get_block(usage)
    block.rescore(only_if_higher=False)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3])

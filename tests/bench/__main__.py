"""Speed, memory and weight against the targets: ``python -m tests.bench [PART…]``.

Medians of several runs, with the machine named. A figure is a measurement of this machine on this
day; nothing here is a test, and nothing fails when a target is missed: it says so.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from tests.bench import builds, commits, player, previews, suspend
from tests.bench.measure import Line, machine

PARTS: dict[str, Callable[[], Iterator[Line]]] = {
    "builds": builds.measure,
    "player": player.measure,
    "previews": previews.measure,
    "commits": commits.measure,
    "suspend": suspend.measure,
}


def main(names: list[str]) -> int:
    """Measure the named parts, or all, and print a line a figure."""
    print(machine(), flush=True)
    missed = 0
    for name in names or list(PARTS):
        for line in PARTS[name]():
            print(line.text(), flush=True)
            missed += not line.met
    print(f"{missed} target(s) missed" if missed else "every target met")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

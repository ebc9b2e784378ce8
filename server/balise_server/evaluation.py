"""Statistics, pure: binned durations and scores, medians, the figures of one course."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BINS_PER_OCTAVE = 8
"""An eighth of an octave: a bin's middle is within 4.4 % of any duration in it."""
SCORE_BINS = 10
RAW_UP_TO = 200
"""Up to this many rows the median is taken from the rows themselves."""


def duration_bin(seconds: float) -> int:
    """Return the bin of a duration: bin ``b`` spans ``2**(b/8)`` to ``2**((b+1)/8)`` seconds.

    Everything up to one second is in bin 0.
    """
    return 0 if seconds <= 1 else math.floor(BINS_PER_OCTAVE * math.log2(seconds) + 1e-9)


def bin_middle(number: int) -> float:
    """Return the geometric middle of a bin, in seconds."""
    return float(2 ** ((number + 0.5) / BINS_PER_OCTAVE))


def score_bin(score: float) -> int:
    """Return the bin of a score of 0 to 1: ten bins, the last one with 1 in it."""
    return min(SCORE_BINS - 1, max(0, math.floor(score * SCORE_BINS + 1e-9)))


def histogram_median(counts: Mapping[int, int]) -> float | None:
    """Return the median, in seconds, of binned durations; None when there are none."""
    total = sum(n for n in counts.values() if n > 0)
    if not total:
        return None
    bins = sorted(number for number, n in counts.items() if n > 0)
    low = _bin_at(counts, bins, (total - 1) // 2)
    high = _bin_at(counts, bins, total // 2)
    return (bin_middle(low) + bin_middle(high)) / 2


def exact_median(seconds: Sequence[float]) -> float | None:
    """Return the median of durations; None when there are none."""
    return median(seconds) if seconds else None


def _bin_at(counts: Mapping[int, int], bins: Sequence[int], rank: int) -> int:
    seen = 0
    for number in bins:
        seen += counts[number]
        if rank < seen:
            return number
    return bins[-1]


@dataclass(frozen=True, slots=True)
class CourseStatistics:
    """One course over its learners. Counts of learners; durations in seconds; rates of 0 to 1."""

    course_id: str
    started: int
    completed: int
    passed: int
    failed: int
    median_seconds: float | None
    """Median time to completion."""
    median_exact: bool
    """Whether it comes from the rows (small n) and not from the histogram."""
    seconds_n: int
    score_n: int
    score_mean: float | None
    score_bins: tuple[int, ...]
    """Learners by best score: ten bins of a tenth."""

    @property
    def completion_rate(self) -> float | None:
        """Completed over started; None when nobody has started."""
        return self.completed / self.started if self.started else None

    @property
    def pass_rate(self) -> float | None:
        """Passed over started; None when nobody has started."""
        return self.passed / self.started if self.started else None

"""Cells of the layers of a drawing, put in an order in which few edges cross."""

from __future__ import annotations

from dataclasses import dataclass, field

SWEEPS = 12


@dataclass(slots=True)
class Cell:
    """A node, or the passage of an edge through a layer."""

    key: str
    width: float
    height: float
    order: float = 0.0
    x: float = 0.0
    above: list[Cell] = field(default_factory=list)
    below: list[Cell] = field(default_factory=list)
    real: bool = False


def order(layers: list[list[Cell]]) -> None:
    """Order each layer, in place, so that few edges cross: barycentres, the best of some sweeps."""
    for layer in layers:
        _number(layer)
    best, least = [list(layer) for layer in layers], _crossings(layers)
    for sweep in range(SWEEPS):
        down = sweep % 2 == 0
        for layer in layers if down else reversed(layers):
            for cell in layer:
                near = cell.above if down else cell.below
                if near:
                    cell.order = sum(other.order for other in near) / len(near)
            layer.sort(key=lambda cell: cell.order)
            _number(layer)
        crossings = _crossings(layers)
        if crossings < least:
            best, least = [list(layer) for layer in layers], crossings
    for layer, kept in zip(layers, best, strict=True):
        layer[:] = kept
        _number(layer)


def _number(layer: list[Cell]) -> None:
    for index, cell in enumerate(layer):
        cell.order = float(index)


def _crossings(layers: list[list[Cell]]) -> int:
    """Return how many pairs of edges cross."""
    count = 0
    for layer in layers:
        ends = [sorted(other.order for other in cell.below) for cell in layer]
        seen: list[float] = []
        for below in ends:
            count += sum(1 for end in below for earlier in seen if earlier > end)
            seen += below
    return count

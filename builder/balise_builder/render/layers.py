"""Drawing a directed graph in layers (Sugiyama): pure, deterministic, sizes in pixels.

Loops are taken out by a walk in depth, layers follow the longest ways, crossings are reduced by
barycentres, and places along a layer are the least squares that keep the distances (pool adjacent
violators). A label of an edge has a place of its own between two layers: nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from balise_builder.render.crossings import SWEEPS, Cell, order

GAP = 22.0
"""Between neighbours of a layer."""
BETWEEN = 34.0
"""Between a layer and the next."""
STRAIGHT = 8.0
"""How much more a long edge holds to a straight line than to its ends."""
PORT, PORTS = 18.0, 60.0
"""Between two arrows at the same side of a node, and between the first and the last at most."""

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Edge:
    """An arrow of the graph, with the size of its label (0, 0: none)."""

    source: str
    target: str
    label: Size = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Route:
    """Where an arrow goes: points from its source to its target, and the centre of its label."""

    points: tuple[tuple[float, float], ...]
    label: tuple[float, float] | None
    label_at: int = -1
    """Index of the point that is the label: the line stops above it and goes on below."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The places: centres of the nodes, routes of the edges in their order, and the whole size."""

    nodes: Mapping[str, tuple[float, float]]
    routes: tuple[Route, ...]
    width: float
    height: float


def draw(
    nodes: Mapping[str, Size], edges: Sequence[Edge], shifts: Mapping[str, float] | None = None
) -> Drawing:
    """Return where everything stands; the first node is the beginning.

    Loops on one node are not routed: they have no points.

    :param shifts: how far from the middle of its room a node's own centre stands (to the right).
    """
    turned = _back_edges(nodes, edges)
    ranks = _ranks(nodes, edges, turned)
    layers, chains = _layers(nodes, edges, turned, ranks)
    order(layers)
    _place(layers)
    return _measured(turned, layers, chains, shifts or {})


def _back_edges(nodes: Mapping[str, Size], edges: Sequence[Edge]) -> set[int]:
    """Return the indexes of the edges that close a loop, walking in depth from the first node."""
    after: dict[str, list[tuple[int, str]]] = {name: [] for name in nodes}
    for index, edge in enumerate(edges):
        if edge.source != edge.target:
            after[edge.source].append((index, edge.target))
    turned: set[int] = set()
    done: set[str] = set()
    for root in nodes:
        if root in done:
            continue
        path = {root}
        stack = [(root, iter(after[root]))]
        while stack:
            name, ways = stack[-1]
            step = next(ways, None)
            if step is None:
                stack.pop()
                path.discard(name)
                done.add(name)
            elif step[1] in path:
                turned.add(step[0])
            elif step[1] not in done:
                path.add(step[1])
                stack.append((step[1], iter(after[step[1]])))
    return turned


def _ends(edge: Edge, *, back: bool) -> tuple[str, str]:
    """Return the upper and lower node of an edge."""
    return (edge.target, edge.source) if back else (edge.source, edge.target)


def _ranks(nodes: Mapping[str, Size], edges: Sequence[Edge], turned: set[int]) -> dict[str, int]:
    """Return the layer of each node: even numbers, labels stand in the odd ones between."""
    ranks = dict.fromkeys(nodes, 0)
    pairs = [
        _ends(edge, back=index in turned)
        for index, edge in enumerate(edges) if edge.source != edge.target
    ]  # fmt: skip
    for _ in nodes:
        for upper, lower in pairs:
            ranks[lower] = max(ranks[lower], ranks[upper] + 2)
    return ranks


def _layers(
    nodes: Mapping[str, Size],
    edges: Sequence[Edge],
    turned: set[int],
    ranks: Mapping[str, int],
) -> tuple[list[list[Cell]], list[list[Cell]]]:
    """Return the cells layer by layer, and for each edge the cells that it goes through."""
    layers: list[list[Cell]] = [[] for _ in range(max(ranks.values(), default=0) + 1)]
    cells: dict[str, Cell] = {}
    for name, (width, height) in nodes.items():
        cells[name] = Cell(name, width, height, real=True)
        layers[ranks[name]].append(cells[name])
    chains: list[list[Cell]] = []
    for index, edge in enumerate(edges):
        if edge.source == edge.target:
            chains.append([])
            continue
        upper, lower = _ends(edge, back=index in turned)
        chain = [cells[upper]]
        # The label stands right under where the arrow begins.
        spot = ranks[lower] - 1 if index in turned else ranks[upper] + 1
        for rank in range(ranks[upper] + 1, ranks[lower]):
            width, height = edge.label if rank == spot else (0.0, 0.0)
            cell = Cell(f"{index} {rank}", width, height)
            layers[rank].append(cell)
            chain.append(cell)
        chain.append(cells[lower])
        for one, other in pairwise(chain):
            one.below.append(other)
            other.above.append(one)
        chains.append(chain)
    return layers, chains


def _place(layers: list[list[Cell]]) -> None:
    """Give each cell its place along its layer, near its neighbours."""
    for layer in layers:
        _spread(layer, [0.0] * len(layer), [1.0] * len(layer))
    for sweep in range(SWEEPS * 4):
        for layer in layers if sweep % 2 == 0 else reversed(layers):
            wanted, weights = [], []
            for cell in layer:
                near = [*cell.above, *cell.below]
                pulls = [STRAIGHT if not (cell.real or other.real) else 1.0 for other in near]
                pulled = sum(other.x * pull for other, pull in zip(near, pulls, strict=True))
                wanted.append(pulled / sum(pulls) if near else cell.x)
                weights.append(sum(pulls) or 1.0)
            _spread(layer, wanted, weights)


def _spread(layer: list[Cell], wanted: list[float], weights: list[float]) -> None:
    """Place cells as near as can be to ``wanted``, in order and at a distance."""
    offsets = [0.0]
    for one, other in pairwise(layer):
        offsets.append(offsets[-1] + (one.width + other.width) / 2 + GAP)
    blocks: list[list[float]] = []  # Mean, weight, how many cells.
    for want, weight, offset in zip(wanted, weights, offsets, strict=False):
        blocks.append([want - offset, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, heavy, count = blocks.pop()
            last = blocks[-1]
            total = last[1] + heavy
            blocks[-1] = [(last[0] * last[1] + mean * heavy) / total, total, last[2] + count]
    index = 0
    for mean, _, count in blocks:
        for _ in range(int(count)):
            layer[index].x = mean + offsets[index]
            index += 1


def _ports(chains: list[list[Cell]], shifts: Mapping[str, float]) -> dict[tuple[int, int], float]:
    """Return how far from the middle of its node each edge begins (0) and ends (1).

    They stand side by side, in the order of where they go.
    """
    sides: dict[tuple[str, int], list[tuple[float, int]]] = {}
    for index, chain in enumerate(chains):
        if chain:
            sides.setdefault((chain[0].key, 0), []).append((chain[1].x, index))
            sides.setdefault((chain[-1].key, 1), []).append((chain[-2].x, index))
    found: dict[tuple[int, int], float] = {}
    for (name, end), ways in sides.items():
        step = min(PORT, PORTS / max(len(ways) - 1, 1))
        for place, (_, index) in enumerate(sorted(ways)):
            found[index, end] = (place - (len(ways) - 1) / 2) * step + shifts.get(name, 0.0)
    return found


def _measured(
    turned: set[int],
    layers: list[list[Cell]],
    chains: list[list[Cell]],
    shifts: Mapping[str, float],
) -> Drawing:
    """Return the drawing with its left edge and its top at 0."""
    cells = [cell for layer in layers for cell in layer]
    left = min((cell.x - cell.width / 2 for cell in cells), default=0.0)
    right = max((cell.x + cell.width / 2 for cell in cells), default=0.0)
    bands: dict[int, tuple[float, float]] = {}
    top = 0.0
    for layer in layers:
        height = max((cell.height for cell in layer), default=0.0)
        bands |= {id(cell): (top, top + height) for cell in layer}
        top += height + BETWEEN / (1 if height else 2)
    bottom = max((bands[id(cell)][1] for cell in cells), default=0.0)
    ports = _ports(chains, shifts)
    routes = tuple(
        _route(chain, bands, left, (ports.get((index, 0), 0.0), ports.get((index, 1), 0.0)),
               back=index in turned)
        for index, chain in enumerate(chains)
    )  # fmt: skip
    centres = {
        cell.key: (
            round(cell.x - left + shifts.get(cell.key, 0.0), 1),
            round(sum(bands[id(cell)]) / 2, 1),
        )
        for cell in cells if cell.real
    }  # fmt: skip
    return Drawing(centres, routes, round(right - left, 1), round(bottom, 1))


def _route(
    chain: list[Cell],
    bands: Mapping[int, tuple[float, float]],
    left: float,
    ports: tuple[float, float],
    *,
    back: bool,
) -> Route:
    """Return the way of one edge: upright through each layer, slanting only between two."""
    points: list[tuple[float, float]] = []
    label: tuple[float, float] | None = None
    for place, cell in enumerate(chain):
        x, (top, bottom) = round(cell.x - left, 1), bands[id(cell)]
        middle = round((top + bottom) / 2, 1)
        if cell.real:
            points.append((round(x + ports[1 if place else 0], 1), middle))
            continue
        points.append((x, round(top, 1)))
        if cell.width:
            label = (x, middle)
            points.append(label)
        points.append((x, round(bottom, 1)))
    points = points[::-1] if back else points
    return Route(tuple(points), label, points.index(label) if label else -1)

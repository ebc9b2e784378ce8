"""The map of a scenario as SVG: for its authors, and for the pair that plays it with a group.

Black on white, or the colour of the text around; an ending is told by its double frame and the
word « Fin », never by colour alone. The same scenario gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from balise_builder.model.walk import page_scenarios
from balise_builder.render.context import CourseContext
from balise_builder.render.layers import Edge, Route, draw
from balise_builder.render.scenario_words import as_list, points_words, rule_words, words_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from balise_builder.model import Course, Scenario, Scene

SIZE, SMALL = 14, 12
"""Of the letters of titles and of labels, in pixels."""
LINE, SMALL_LINE = 18, 15
LETTER = 0.56
"""Width of a mean letter, as a share of its size."""
TITLE_WIDTH, LABEL_WIDTH = 18, 16
"""Letters of a line of a title and of a label, where words allow it."""
PAD = 10
MARGIN = 8
LOOP = 26
"""Room at the right of a scene for the arrow that comes back to it."""
ARROW = 7

Point = tuple[float, float]


def scenario_map(scenario: Scenario, language: str, typeset: Callable[[str], str]) -> Markup:
    """Return the SVG of a scenario.

    :param typeset: gives texts their typography.
    """
    return _Map(scenario, language, typeset).svg()


def course_maps(course: Course) -> tuple[tuple[str, Markup], ...]:
    """Return the maps of the scenarios of a course, each with the title of its page."""
    typeset = CourseContext.of(course).typeset
    return tuple(
        (typeset(page.title), map_with_list(scenario, course.language, typeset))
        for page in course.pages
        for scenario in page_scenarios(page)
    )


def map_with_list(scenario: Scenario, language: str, typeset: Callable[[str], str]) -> Markup:
    """Return the map, and under it the list that says the same in words."""
    words = words_in(language)
    begins = ""
    if scenario.variables:
        values = ", ".join(f"{v.name} = {v.value}" for v in scenario.variables)
        begins = Markup("<p>{}</p>\n").format(typeset(words["begins"].format(values=values)))
    return Markup(
        '<figure class="b-map" tabindex="0">\n{}</figure>\n<details class="b-map-words">\n'
        "<summary>{}</summary>\n{}{}</details>\n"
    ).format(
        scenario_map(scenario, language, typeset), words["list"], begins,
        as_list(scenario, language, typeset),
    )  # fmt: skip


def wrapped(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of about ``width`` letters; a long word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class _Map:
    """One map while it is drawn."""

    def __init__(self, scenario: Scenario, language: str, typeset: Callable[[str], str]) -> None:
        self.scenario, self.words, self.typeset = scenario, words_in(language), typeset
        self.numbers = {scene.id: n for n, scene in enumerate(scenario.scenes, 1)}
        self.texts = {scene.id: self._lines(scene) for scene in scenario.scenes}
        self.ways = list(self._ways())
        self.sizes = {scene.id: self._size(scene) for scene in self._from_the_start()}

    def _from_the_start(self) -> Sequence[Scene]:
        """Return the scenes, the first of the story first."""
        return sorted(self.scenario.scenes, key=lambda scene: scene.id != self.scenario.start)

    def _lines(self, scene: Scene) -> list[str]:
        """Return the lines in the frame of a scene; the first says what it is, where it matters."""
        marks = [self.words["start"]] if scene.id == self.scenario.start else []
        marks += [self.words["end"]] if scene.end else []
        marks += [points_words(scene, self.words)] if scene.points is not None else []
        title = f"{self.numbers[scene.id]}. {self.typeset(scene.title)}"
        lines = wrapped(title, TITLE_WIDTH)
        return [" · ".join(marks), *lines] if marks else lines

    def _ways(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Yield source, target and lines of the label of each arrow; the same ones are one."""
        seen = set()
        for scene in self.scenario.scenes:
            for choice in scene.choices:
                said = rule_words(self.scenario, choice, self.words)
                lines = tuple(
                    line for rule in said for line in wrapped(self.typeset(rule), LABEL_WIDTH)
                )
                way = (scene.id, choice.target, lines)
                if way not in seen:
                    seen.add(way)
                    yield way

    def _loops(self, scene_id: str) -> list[str]:
        """Return the lines at the arrows that come back to the scene that they leave."""
        return [line for a, b, lines in self.ways if a == b == scene_id for line in lines]

    def _comes_back(self, scene_id: str) -> bool:
        return any(a == b == scene_id for a, b, _ in self.ways)

    def _frame(self, scene_id: str) -> tuple[float, float]:
        lines = self.texts[scene_id]
        width = max(len(line) for line in lines) * SIZE * LETTER + 2 * PAD
        return max(width, 90.0), len(lines) * LINE + 2 * PAD

    def _size(self, scene: Scene) -> tuple[float, float]:
        """Return the room of a scene: its frame, and at the right that of a loop on itself."""
        width, height = self._frame(scene.id)
        if not self._comes_back(scene.id):
            return width, height
        lines = self._loops(scene.id)
        wide, high = label_size(lines)
        return width + LOOP + wide + 4, max(height, high)

    def svg(self) -> Markup:
        """Return the drawing."""
        edges = [Edge(a, b, label_size(lines)) for a, b, lines in self.ways]
        shifts = {name: (self._frame(name)[0] - self.sizes[name][0]) / 2 for name in self.sizes}
        drawing = draw(self.sizes, edges, shifts)
        arrows = zip(self.ways, drawing.routes, strict=True)
        parts = [self._arrow(*way, route) for way, route in arrows]
        parts += [self._scene(scene, drawing.nodes[scene.id]) for scene in self.scenario.scenes]
        ends = sum(scene.end for scene in self.scenario.scenes)
        said = self.words["map"].format(scenes=len(self.scenario.scenes), ends=ends)
        title = self.typeset(said)
        width, height = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
        return Markup(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="{0} {0} {1} {2}" width="{1}"'
            ' height="{2}" role="img" aria-label="{3}" fill="none" stroke="currentColor"'
            ' stroke-width="1.5" font-family="Liberation Sans, Arial, sans-serif">\n'
            "<title>{3}</title>\n{4}</svg>\n"
        ).format(-MARGIN, number(width), number(height), title, Markup("").join(parts))

    def _scene(self, scene: Scene, centre: Point) -> Markup:
        (x, y), (width, height) = centre, self._frame(scene.id)
        left, top = x - width / 2, y - height / 2
        parts = [_box(left, top, width, height, 3 if scene.id == self.scenario.start else 1.5,
                      round_=scene.end)]  # fmt: skip
        if scene.end:
            parts.append(_box(left + 4, top + 4, width - 8, height - 8, 1, round_=True))
        marked = scene.end or scene.id == self.scenario.start
        parts.append(text_lines(self.texts[scene.id], x, y, SIZE, LINE, bold_first=marked))
        if self._comes_back(scene.id):
            parts.append(self._loop(scene.id, x + width / 2, y, height))
        return Markup("<g>{}</g>\n").format(Markup("").join(parts))

    def _loop(self, scene_id: str, x: float, y: float, height: float) -> Markup:
        """Draw the arrow that comes back to its own scene, with its label at its right."""
        up, lines = min(14.0, height / 3), self._loops(scene_id)
        begin, turn, drop = f"M{number(x)} {number(y - up)}", number(2 * up + 6), number(2 * up)
        path = f"{begin}c{LOOP} -6 {LOOP} {turn} 0 {drop}"
        wide, _ = label_size(lines)
        label = text_lines(lines, x + LOOP + wide / 2, y, SMALL, SMALL_LINE) if lines else ""
        return Markup('<path d="{}"/>{}{}').format(
            path, arrow_head((x, y + up), (-1.0, 0.2)), label
        )

    def _arrow(self, source: str, target: str, lines: Sequence[str], route: Route) -> Markup:
        """Draw an arrow as curves that stop at frames and around its label."""
        if not route.points:
            return Markup("")
        points = list(route.points)
        down = points[-1][1] > points[0][1]
        side = 1 if down else -1
        points[0] = (points[0][0], points[0][1] + side * self._frame(source)[1] / 2)
        tip = (points[-1][0], points[-1][1] - side * self._frame(target)[1] / 2)
        points[-1] = (tip[0], tip[1] - side * ARROW)
        _, high = label_size(lines)
        pieces: list[list[Point]] = [[]]
        for index, point in enumerate(points):
            if route.label is not None and index == route.label_at:
                pieces[-1].append((point[0], point[1] - side * high / 2))
                pieces.append([(point[0], point[1] + side * high / 2)])
            else:
                pieces[-1].append(point)
        label = Markup("")
        if route.label is not None:
            label = text_lines(lines, *route.label, SMALL, SMALL_LINE)
        path = "".join(curve(piece) for piece in pieces)
        return Markup('<g><path d="{}"/>{}{}</g>\n').format(
            path, arrow_head(tip, (0.0, float(side))), label
        )


def label_size(lines: Sequence[str]) -> tuple[float, float]:
    """Return width and height of a label."""
    if not lines:
        return 0.0, 0.0
    return max(len(line) for line in lines) * SMALL * LETTER + 6, len(lines) * SMALL_LINE + 4


def curve(points: Sequence[Point]) -> str:
    """Return a path through ``points``, upright at each of them."""
    x, y = points[0]
    parts = [f"M{number(x)} {number(y)}"]
    for then_x, then_y in points[1:]:
        middle = (y + then_y) / 2
        if then_x == x:
            parts.append(f"V{number(then_y)}")
        else:
            controls = (x, middle, then_x, middle, then_x, then_y)
            parts.append("C" + " ".join(number(value) for value in controls))
        x, y = then_x, then_y
    return "".join(parts)


def arrow_head(tip: Point, way: Point) -> Markup:
    """Return a filled triangle that ends at ``tip`` and points along ``way``."""
    (x, y), (dx, dy) = tip, way
    back = (x - dx * ARROW * 1.4, y - dy * ARROW * 1.4)
    half = ARROW * 0.6
    corners = [tip, (back[0] - dy * half, back[1] + dx * half),
               (back[0] + dy * half, back[1] - dx * half)]  # fmt: skip
    listed = " ".join(f"{number(a)},{number(b)}" for a, b in corners)
    return Markup('<polygon points="{}" fill="currentColor" stroke="none"/>').format(listed)


def _box(x: float, y: float, width: float, height: float, line: float, *, round_: bool) -> Markup:
    return Markup(
        '<rect x="{}" y="{}" width="{}" height="{}" rx="{}" stroke-width="{}"/>'
    ).format(
        number(x), number(y), number(width), number(height),
        number(min(height / 2, 22)) if round_ else 3, number(line),
    )  # fmt: skip


def text_lines(
    lines: Sequence[str], x: float, y: float, size: int, line: int, *, bold_first: bool = False
) -> Markup:
    """Return lines of text centred at a point."""
    first = y - (len(lines) - 1) * line / 2 + size * 0.35
    spans = Markup("").join(
        Markup('<tspan x="{}" y="{}"{}>{}</tspan>').format(
            number(x), number(first + n * line),
            Markup(' font-weight="bold"') if bold_first and n == 0 else "", text,
        )
        for n, text in enumerate(lines)
    )  # fmt: skip
    return Markup(
        '<text font-size="{}" text-anchor="middle" fill="currentColor" stroke="none">{}</text>'
    ).format(size, spans)


def number(value: float) -> str:
    """Return a number of pixels with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")

"""Questions → capa problems: one question a problem, its label inside the response.

Attempts are counted by problem and hints stand on choices; what Open edX grades otherwise than
the other hosts is said at build (:mod:`.differences`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import escape

from balise_builder.targets.olx.markup import fill, plain_words, unwrapped
from balise_builder.targets.olx.typed import expression

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from lxml.etree import _Element

    Data = Mapping[str, Any]

NEVER_ASKED = frozenset({"scale", "open"})
"""Kinds without a right answer: capa would grade them."""


def problem(
    item: Data, name: str, title: str, adapt: Callable[[str], str], *, attempts: int | None,
    final: bool, expected: str = "",
) -> _Element:  # fmt: skip
    """Return the ``problem`` element of an item of course.json.

    :param adapt: HTML of the document → HTML of Open edX.
    :param attempts: tries allowed; ``None`` is unlimited.
    :param final: an evaluation: no hint while it runs.
    :param expected: what leads to the expected answer of a typed one (« Réponse attendue »).
    """
    from lxml import etree

    root = etree.Element("problem", display_name=title, url_name=name)
    if attempts is not None:
        root.set("max_attempts", str(attempts))
    root.set("weight", str(float(item["points"])))
    root.set("showanswer", "finished" if final else "answered")
    root.set("rerandomize", "never")
    filled = as_asked(item)
    before, label = _stem(adapt(filled["stem"]))
    if before:
        fill(etree.SubElement(root, "div"), before)
    _BODIES[item["kind"]](root, filled, label, adapt, None if final else expected)
    if root.get("showanswer") != "never":
        _solution(root, filled, adapt, final=final)
    return root


def as_asked(item: Data) -> Data:
    """Return the item as everyone is asked it: in its lighter words, with its first variant.

    Elsewhere lighter words are a choice; a problem has one text, and nobody is to meet the harder
    one without having chosen to.
    """
    light = item.get("light")
    if light:
        texts = light["choices"] or [choice["html"] for choice in item["choices"]]
        choices = [
            {**choice, "html": text} for choice, text in zip(item["choices"], texts, strict=True)
        ]
        item = {**item, "stem": light["stem"], "choices": choices, "light": None}
    variant = item["variants"][0] if item["variants"] else {}

    def said(value: Any) -> Any:
        if isinstance(value, str):
            for key, text in variant.items():
                value = value.replace(f"{{{{{key}}}}}", text)
            return value
        if isinstance(value, list):
            return [said(one) for one in value]
        if isinstance(value, dict):
            return {key: said(one) for key, one in value.items()}
        return value

    return said(dict(item)) if variant else item


def _stem(text: str) -> tuple[str, str]:
    """Return what stands before the question, and the question itself (its last paragraph)."""
    start = text.rfind("<p>")
    end = text.rfind("</p>")
    if start < 0 or text[end + 4 :].strip():
        return text, ""
    return text[:start].strip(), text[start + 3 : end]


def _label(parent: _Element, text: str) -> None:
    from lxml import etree

    fill(etree.SubElement(parent, "label"), text or "Question")


def _choices(
    root: _Element, item: Data, label: str, adapt: Callable[[str], str], hints: str | None
) -> None:
    from lxml import etree

    several = item["kind"] == "multiple"
    response = etree.SubElement(root, "choiceresponse" if several else "multiplechoiceresponse")
    if several and item["partial"]:
        response.set("partial_credit", "EDC")
    _label(response, label)
    group = etree.SubElement(response, "checkboxgroup" if several else "choicegroup")
    if item["shuffle"] and not several:
        group.set("shuffle", "true")
    for choice in item["choices"]:
        made = etree.SubElement(group, "choice", correct=str(choice["right"]).lower())
        if choice["fixed"] and not several:
            made.set("fixed", "true")
        fill(made, unwrapped(adapt(choice["html"])))
        if hints is not None and choice["feedback"]:
            hint = etree.SubElement(made, "choicehint")
            if several:
                hint.set("selected", "true")
            fill(hint, unwrapped(adapt(choice["feedback"])))


def _typed(
    root: _Element, item: Data, label: str, adapt: Callable[[str], str], hints: str | None
) -> None:
    """Write a typed answer: one expression that takes what every other host takes."""
    from lxml import etree

    pattern = expression(item)
    if pattern is None and item["kind"] == "number":
        _margin(root, item, label)
        return
    accepted = list(dict.fromkeys(answer["text"] for answer in item["answers"]))
    first, *others = [pattern] if pattern else accepted
    response = etree.SubElement(root, "stringresponse", answer=first)
    if pattern:
        response.set("type", "ci regexp")
        # « Show answer » would show the expression.
        root.set("showanswer", "never")
    _label(response, label)
    for text in others:
        etree.SubElement(response, "additional_answer", answer=text)
    if pattern and hints is not None:
        general = adapt(item["general"])
        if general:
            fill(etree.SubElement(response, "correcthint"), general)
        key = f"<details><summary>{hints}</summary><p>{escape(accepted[0])}</p></details>"
        fill(etree.SubElement(response, "regexphint", answer=".*"), f"{general}{key}")
    etree.SubElement(response, "textline", size="30")


def _margin(root: _Element, item: Data, label: str) -> None:
    """Write a number with a margin; the other answers of the question have none there."""
    from lxml import etree

    said = [answer for answer in item["answers"] if answer["value"] is not None]
    first, *others = sorted(said, key=lambda answer: -(answer["tolerance"] or 0))
    response = etree.SubElement(root, "numericalresponse", answer=_plain(first["value"]))
    _label(response, label)
    etree.SubElement(
        response, "responseparam", type="tolerance", default=_plain(first["tolerance"])
    )
    for other in others:
        etree.SubElement(response, "additional_answer", answer=_plain(other["value"]))
    etree.SubElement(response, "formulaequationinput")


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _pairs(root: _Element, item: Data, label: str, adapt: Callable[[str], str], _h: object) -> None:
    """Write a list to choose from for each term."""
    from lxml import etree

    if label:
        fill(etree.SubElement(root, "p"), label)
    names = {target["id"]: plain_words(target["html"]) for target in item["targets"]}
    listed = list(names.values())
    if item["kind"] == "matching":
        listed.sort(key=str.casefold)  # As written, each stands at the place of its term.
    for choice in item["choices"]:
        right = names[choice["target"]]
        _options(root, unwrapped(adapt(choice["html"])), listed, right)


def _order(root: _Element, item: Data, label: str, adapt: Callable[[str], str], _h: object) -> None:
    """Write the rank of each step, the steps shown by the alphabet."""
    from lxml import etree

    if label:
        fill(etree.SubElement(root, "p"), label)
    ranks = [str(rank) for rank in range(1, len(item["choices"]) + 1)]
    steps = list(zip(ranks, item["choices"], strict=True))
    for rank, choice in sorted(steps, key=lambda step: plain_words(step[1]["html"])):
        _options(root, unwrapped(adapt(choice["html"])), ranks, rank)


def _options(root: _Element, label: str, names: list[str], right: str) -> None:
    from lxml import etree

    response = etree.SubElement(root, "optionresponse")
    _label(response, label)
    group = etree.SubElement(response, "optioninput")
    for name in names:
        option = etree.SubElement(group, "option", correct=str(name == right).title())
        # Options are read between straight quotes: one more in the words would cut them.
        option.text = name.replace("'", "’")


def _solution(root: _Element, item: Data, adapt: Callable[[str], str], *, final: bool) -> None:
    """Write the explanation: general feedback, in an evaluation that of the right choices too."""
    from lxml import etree

    told = [choice["feedback"] for choice in item["choices"] if final and choice["right"]]
    text = "".join(adapt(one) for one in [*told, item["general"]] if one)
    if text:
        solution = etree.SubElement(root, "solution")
        fill(etree.SubElement(solution, "div", {"class": "detailed-solution"}), text)


_BODIES: Mapping[str, Callable[[_Element, Data, str, Callable[[str], str], str | None], None]] = {
    "single": _choices,
    "true-false": _choices,
    "multiple": _choices,
    "short-text": _typed,
    "number": _typed,
    "matching": _pairs,
    "categorising": _pairs,
    "ordering": _order,
}

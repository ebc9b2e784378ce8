"""Questions → capa problems: one question a problem, its label inside the response.

Attempts are counted by problem and hints stand on choices; what Open edX grades otherwise than
the other hosts is said at build (:mod:`.differences`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from balise_builder.source.folding import fold
from balise_builder.targets.olx.markup import fill, plain_words, unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from lxml.etree import _Element

    Data = Mapping[str, Any]

NEVER_ASKED = frozenset({"scale", "open"})
"""Kinds without a right answer: capa would grade them."""


def problem(
    item: Data, name: str, title: str, adapt: Callable[[str], str], *, attempts: int | None,
    final: bool,
) -> _Element:  # fmt: skip
    """Return the ``problem`` element of an item of course.json.

    :param adapt: HTML of the document → HTML of Open edX.
    :param attempts: tries allowed; ``None`` is unlimited.
    :param final: an evaluation: no hint while it runs.
    """
    from lxml import etree

    root = etree.Element("problem", display_name=title, url_name=name)
    if attempts is not None:
        root.set("max_attempts", str(attempts))
    root.set("weight", str(float(item["points"])))
    root.set("showanswer", "finished" if final else "answered")
    root.set("rerandomize", "never")
    filled = _with_variant(item)
    before, label = _stem(adapt(filled["stem"]))
    if before:
        fill(etree.SubElement(root, "div"), before)
    _BODIES[item["kind"]](root, filled, label, adapt, not final)
    _solution(root, filled, adapt, final=final)
    return root


def _with_variant(item: Data) -> Data:
    """Return the item with its first variant: a problem has one text."""
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
    root: _Element, item: Data, label: str, adapt: Callable[[str], str], hints: bool
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
        if hints and choice["feedback"]:
            hint = etree.SubElement(made, "choicehint")
            if several:
                hint.set("selected", "true")
            fill(hint, unwrapped(adapt(choice["feedback"])))


def _text(root: _Element, item: Data, label: str, _adapt: object, _hints: bool) -> None:
    """Write a short text: every accepted answer, and each without its accents."""
    from lxml import etree

    answers = [answer["text"] for answer in item["answers"]]
    if not item["exact"]:
        answers += [fold(text) for text in answers]
    first, *others = dict.fromkeys(answers)
    response = etree.SubElement(root, "stringresponse", answer=first)
    if not item["exact"]:
        response.set("type", "ci")
    _label(response, label)
    for text in others:
        etree.SubElement(response, "additional_answer", answer=text)
    etree.SubElement(response, "textline", size="30")


def _number(root: _Element, item: Data, label: str, _adapt: object, _hints: bool) -> None:
    from lxml import etree

    first, *others = item["answers"]
    response = etree.SubElement(root, "numericalresponse", answer=_plain(first["value"]))
    _label(response, label)
    if first["tolerance"]:
        etree.SubElement(
            response, "responseparam", type="tolerance", default=_plain(first["tolerance"])
        )
    for other in others:
        etree.SubElement(response, "additional_answer", answer=_plain(other["value"]))
    etree.SubElement(response, "formulaequationinput")


def _plain(value: float) -> str:
    return str(int(value)) if value == int(value) else str(value)


def _pairs(root: _Element, item: Data, label: str, adapt: Callable[[str], str], _h: bool) -> None:
    """Write a list to choose from for each term."""
    from lxml import etree

    if label:
        fill(etree.SubElement(root, "p"), label)
    names = {target["id"]: plain_words(target["html"]) for target in item["targets"]}
    for choice in item["choices"]:
        right = names[choice["target"]]
        _options(root, unwrapped(adapt(choice["html"])), list(names.values()), right)


def _order(root: _Element, item: Data, label: str, adapt: Callable[[str], str], _h: bool) -> None:
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
        etree.SubElement(group, "option", correct=str(name == right).title()).text = name


def _solution(root: _Element, item: Data, adapt: Callable[[str], str], *, final: bool) -> None:
    """Write the explanation: general feedback, in an evaluation that of the right choices too."""
    from lxml import etree

    told = [choice["feedback"] for choice in item["choices"] if final and choice["right"]]
    text = "".join(adapt(one) for one in [*told, item["general"]] if one)
    if text:
        solution = etree.SubElement(root, "solution")
        fill(etree.SubElement(solution, "div", {"class": "detailed-solution"}), text)


_BODIES: Mapping[str, Callable[[_Element, Data, str, Callable[[str], str], bool], None]] = {
    "single": _choices,
    "true-false": _choices,
    "multiple": _choices,
    "short-text": _text,
    "number": _number,
    "matching": _pairs,
    "categorising": _pairs,
    "ordering": _order,
}

"""Front matter to typed settings: keys known, values understood, or a finding for each."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from balise_builder.model import CompletionRule, Objective, Span
from balise_builder.source import keys
from balise_builder.source.folding import ID, fold_key, slug
from balise_builder.source.languages import language_tag
from balise_builder.source.people import people
from balise_builder.source.settings import CapsuleSettings, CourseSettings, SessionSettings
from balise_builder.source.values import Values

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Registers
    from balise_builder.source.front import FrontMatter
    from balise_builder.source.text import SourceText

VERSION = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?", re.ASCII
)
_THRESHOLD = re.compile(r"(\d{1,4}) ?(?:sur|of|/|de) ?(\d{1,4})(?: ?points?)?")
_ADDRESS = re.compile(r"https://[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#]\S*)?")
_PERCENT = re.compile(r"(\d{1,3}) ?%")
_OBJECTIVE = re.compile(r"(?P<id>[^\s:]+)[\s\xa0]*:[\s\xa0]*(?P<text>.*)")
_ASSESSED = re.compile(r"\s*\((?P<key>[^():]+?)[\s\xa0]*:[\s\xa0]*(?P<by>[^():]*)\)$")
ASSESSED_BY = frozenset({"evalue par", "assessed by"})
SESSION_WORDS = frozenset({"seance", "session"})
MAX_SUSPEND = 64_000
"""Characters of suspend data that SCORM 2004 4th edition guarantees (RTE 4.2.23)."""


def course_settings(
    text: SourceText, front: FrontMatter, registers: Registers, collector: Collector
) -> CourseSettings:
    """Return the settings of ``cours.md``; what is missing or wrong is a finding and a default."""
    known = _known(keys.COURSE, front)
    top = Values(front.entries, known, _opening(front), text, collector)
    rule, attempts, spans = _completion(top, collector)
    return CourseSettings(
        span=front.span,
        id=top.identifier("id", top.value("id")) or "",
        title=top.text("title"),
        version=_version(top),
        language=_language(top),
        audiences=_labels(top, "audience", registers, collector),
        territories=_labels(top, "territory", registers, collector),
        level=top.text("level"),
        format=top.text("format"),
        objectives=_objectives(top, collector),
        rule=rule,
        attempts=attempts,
        reporting=top.choice("reporting", keys.REPORTING, "status"),  # type: ignore[arg-type]
        status=top.choice("status", keys.STATUS, "draft"),  # type: ignore[arg-type]
        co_authors=tuple(v.text for v in top.several("co-authors")),
        people=people(top, registers, collector),
        minutes=top.minutes(),
        suspend_limit=top.number("suspend-limit", 1000, MAX_SUSPEND) or 4000,
        date=_date(top),
        sensitive=top.choice("sensitive", keys.YES_NO, "no") == "yes",
        quick_exit=_quick_exit(top),
        spans=top.spans | spans,
    )


def capsule_settings(
    text: SourceText, front: FrontMatter, course: CourseSettings | None, collector: Collector
) -> CapsuleSettings:
    """Return the settings of a capsule; what is missing or wrong is a finding and a default."""
    known = _known(keys.CAPSULE, front)
    top = Values(front.entries, known, _opening(front), text, collector)
    written = top.identifier("id", top.value("id"))
    objective = top.value("objective")
    names = [o.id for o in course.objectives] if course else []
    if objective and course and objective.text not in names:
        collector.add(
            "objectif-inconnu", objective.span, id=objective.text, known=", ".join(names) or "—"
        )
        objective = None
    stem = text.file.rpartition("/")[2].rpartition(".")[0]
    return CapsuleSettings(
        span=front.span,
        id=written or slug(stem) or "capsule",
        title=top.text("title"),
        has_id=written is not None,
        minutes=top.minutes(),
        sensitive=top.choice("sensitive", keys.YES_NO, "no") == "yes",
        objective=objective.text if objective else None,
        former_id=top.identifier("former-id", top.value("former-id")),
        spans=top.spans,
    )


def check_plain(text: SourceText, front: FrontMatter, collector: Collector) -> None:
    """Check the keys of ``banque.md``, whose front matter is optional."""
    Values(front.entries, keys.PLAIN, _opening(front), text, collector)


def session_settings(text: SourceText, front: FrontMatter, collector: Collector) -> SessionSettings:
    """Return the settings of ``seance.md``, whose front matter is optional."""
    top = Values(front.entries, keys.SESSION, _opening(front), text, collector)
    return SessionSettings(
        front.span, top.text("title"), top.minutes(), top.text("group"), top.text("place"),
        top.text("signal"), tuple(value.text for value in top.several("material")), top.spans,
    )  # fmt: skip


def _known(all_keys: tuple[keys.Key, ...], front: FrontMatter) -> tuple[keys.Key, ...]:
    """Return the keys to look for: none is required where the form itself has a finding."""
    if not front.end_line:
        return ()
    return all_keys if front.sound else tuple(replace(k, required=False) for k in all_keys)


def _opening(front: FrontMatter) -> Span:
    """Return where a missing key is reported: the opening line of the front matter."""
    s = front.span
    return Span(s.file, s.line, 1, s.line, 4) if front.end_line else s


def _version(top: Values) -> str:
    text = top.text("version")
    if text and not VERSION.fullmatch(text):
        top.wrong("version", "trois nombres, comme 0.3.0", "three numbers, such as 0.3.0")
        return "0.0.0"
    return text or "0.0.0"


def _language(top: Values) -> str:
    """Return the tag of BCP 47 (RFC 5646 §2.1) with the capitals of its §2.1.1."""
    text = top.text("language")
    tag = language_tag(text)
    if tag is None and text:
        top.wrong("language", "un code comme fr-CA ou en", "a code such as fr-CA or en")
    return tag or "fr-CA"


def _date(top: Values) -> str:
    text = top.text("date")
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        top.wrong("date", "une date comme 2026-03-31", "a date such as 2026-03-31")
        return ""


def _quick_exit(top: Values) -> str:
    """Return the address of the quick exit: a site in the open, over https."""
    text = top.text("quick-exit")
    if text and not _ADDRESS.fullmatch(text):
        top.wrong(
            "quick-exit",
            "une adresse complète, comme https://meteo.gc.ca/",
            "a whole address, such as https://weather.gc.ca/",
        )
        return ""
    return text


def _labels(top: Values, key: str, registers: Registers, collector: Collector) -> tuple[str, ...]:
    """Return ids of the register of audiences or territories, as written there."""
    register = registers.audiences if key == "audience" else registers.territories
    by_name = {fold_key(i): i for i in register}
    found: list[str] = []
    for value in top.several(key):
        name = by_name.get(fold_key(value.text))
        if name is None:
            collector.add(
                "public-inconnu" if key == "audience" else "territoire-inconnu", value.span,
                value=value.text, known=", ".join(register) or "—",
            )  # fmt: skip
        elif name not in found:
            found.append(name)
    return tuple(found)


def _objectives(top: Values, collector: Collector) -> tuple[Objective, ...]:
    found: dict[str, Objective] = {}
    for value in top.several("objectives"):
        match = _OBJECTIVE.fullmatch(value.text)
        if match is None or not ID.fullmatch(match["id"]) or not match["text"]:
            collector.add("objectif-incompris", value.span, value=value.text)
        elif match["id"] in found:
            line = found[match["id"]].span.line
            collector.add("cle-repetee", value.span, key=match["id"], line=line)
        else:
            found[match["id"]] = _objective(value.span, match["id"], match["text"], collector)
    return tuple(found.values())


def _objective(span: Span, name: str, text: str, collector: Collector) -> Objective:
    """Return an objective; ``(évalué par : séance)`` at its end is a setting, not a text."""
    found = _ASSESSED.search(text)
    if found is None or fold_key(found["key"]) not in ASSESSED_BY:
        return Objective(span, name, text)
    if fold_key(found["by"]) not in SESSION_WORDS:
        collector.add("objectif-evalue-par", span, value=found["by"].strip() or "—")
    return Objective(span, name, text[: found.start()], in_session=True)


def _completion(
    top: Values, collector: Collector
) -> tuple[CompletionRule, int | None, dict[str, Span]]:
    """Return ``réussite``: the rule, the attempts and where each value stands."""
    entry = top.entries.get("completion")
    if entry is None:
        return CompletionRule(), None, {}
    nested = Values(entry.children, keys.COMPLETION, entry.key_span, top.source, collector)
    points, of = _threshold(nested)
    assessment = nested.identifier("assessment", nested.value("assessment"))
    if points is not None and nested.value("assessment") is None:
        collector.add("seuil-sans-evaluation", nested.spans["threshold"])
    rule = CompletionRule(
        pages_percent=_pages(nested),
        evaluation_id=assessment,
        threshold_points=points,
        threshold_of=of,
        threshold_set_by=nested.text("threshold set by"),
        report_failed=nested.choice("on failure", keys.FAILURE, "no") == "yes",
    )
    return rule, nested.number("attempts", 1, 99), nested.spans


def _pages(nested: Values) -> int:
    text = fold_key(nested.text("pages"))
    found = _PERCENT.fullmatch(text)
    if not text or text in {"toutes", "all"}:
        return 100
    if found and int(found[1]) <= 100:
        return int(found[1])
    nested.wrong("pages", "« toutes » ou un pourcentage comme « 80 % »", "“all”, or such as “80%”")
    return 100


def _threshold(nested: Values) -> tuple[int | None, int | None]:
    text = fold_key(nested.text("threshold"))
    if not text:
        return None, None
    found = _THRESHOLD.fullmatch(text)
    if found and 0 < int(found[1]) <= int(found[2]):
        return int(found[1]), int(found[2])
    nested.wrong("threshold", "des points, comme « 8 sur 10 »", "points, such as “8 of 10”")
    return None, None

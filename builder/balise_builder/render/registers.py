"""Entries of the registers where a text refers to them, and the list of sources of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from balise_builder.model import Law, Resource, Source
    from balise_builder.render.context import PageContext

SHOWN_ADDRESS = 45
MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_UNKNOWN = Markup('<span class="b-missing">{}</span>')


def figure(figure_id: str, page: PageContext) -> Markup:
    """Return a figure of the register with its year and source: « 36,4 % (2020; source) »."""
    entry = page.course.course.registers.figures.get(figure_id)
    if entry is None:
        return _UNKNOWN.format(f"{{{{chiffre.{figure_id}}}}}")
    note = Markup("{}; {}").format(entry.year, _source_link(entry.source, page))
    return Markup('<span class="b-ref"{}>{} <span class="b-ref-note">({})</span></span>').format(
        spoken("figures", figure_id, page), page.course.typeset(entry.value), note
    )


def spoken(register: str, entry_id: str, page: PageContext) -> Markup:
    """Return the attribute ``lang`` of an entry where the course is a translation.

    Also of those in its language: they may stand in a passage that nobody has translated.
    """
    registers = page.course.course.registers
    if not registers.source_language:
        return Markup("")
    language = registers.language(register, entry_id) or page.course.course.language
    return Markup(' lang="{}"').format(language)


def in_source(register: str, entry_id: str, page: PageContext) -> str:
    """Return « In French » for an entry that nobody has translated; else ""."""
    language = page.course.course.registers.language(register, entry_id)
    if not language:
        return ""
    french = language.lower().startswith("fr")
    return page.course.texts.document["untranslated-fr" if french else "untranslated-en"]


def law(law_id: str, page: PageContext) -> Markup:
    """Return a legal statement with its article; one that nobody signed or that expired says so."""
    entry = page.course.course.registers.laws.get(law_id)
    if entry is None:
        return _UNKNOWN.format(f"{{{{droit.{law_id}}}}}")
    signed = is_signed(entry, page.course.course.date)
    place = ", ".join(part for part in (entry.law, entry.article) if part)
    page.cite(entry.source)
    mark = Markup("").join(
        Markup(' <span class="b-unsigned"{}>{}</span>').format(_own(page), text)
        for text in _law_marks(law_id, page, signed=signed)
    )
    language = page.course.course.registers.language("laws", law_id)
    statement = entry.statement.rstrip()
    # The full stop of the sentence comes after the place that is quoted in it.
    stop = "." if statement.endswith(".") and not statement.endswith("..") else ""
    return Markup(
        '<span class="b-law" data-signed="{}"{}>{} <span class="b-law-place">({})</span>{}{}</span>'
    ).format(
        "true" if signed else "false",
        spoken("laws", law_id, page),
        page.course.typeset(statement.removesuffix(stop), language),
        page.course.typeset(place, language),
        stop,
        mark,
    )


def _own(page: PageContext) -> Markup:
    """Return the language of the course, for its words inside those of the source."""
    course = page.course.course
    if not course.registers.source_language:
        return Markup("")
    return Markup(' lang="{}"').format(course.language)


def _law_marks(law_id: str, page: PageContext, *, signed: bool) -> list[str]:
    """Return what a reader is told of a statement: its language, and what nobody has checked."""
    texts = page.course.texts.document
    wording = page.course.course.registers.wording("laws", law_id)
    if wording is not None and not wording.is_checked:
        return [texts["law-translated" if signed else "law-translated-unsigned"]]
    marks = [in_source("laws", law_id, page), "" if signed else texts["law-unsigned"]]
    return [mark for mark in marks if mark]


def is_signed(entry: Law, today: str) -> bool:
    """Return whether a person checked the statement and it has not expired on ``today`` (ISO)."""
    if not (entry.checked_by and entry.checked_on):
        return False
    return entry.expires is None or not today or entry.expires.isoformat() >= today


def resource(resource_id: str, page: PageContext) -> Markup:
    """Return a help resource inside a sentence: its name and its telephone."""
    entry = page.course.course.registers.resources.get(resource_id)
    if entry is None:
        return _UNKNOWN.format(f"{{{{aide.{resource_id}}}}}")
    language = page.course.course.registers.language("resources", resource_id)
    name = page.course.typeset(entry.name, language)
    phone = Markup(" ({})").format(telephone(entry.phone)) if entry.phone else ""
    return Markup('<span class="b-help-ref"{}>{}{}</span>').format(
        spoken("resources", resource_id, page), name, phone
    )


def telephone(number: str, prefix: str = "tel") -> Markup:
    """Return a number that a phone dials (RFC 3966: the digits only); spaces do not break."""
    digits = "".join(c for c in number if c.isascii() and c.isdigit())
    shown = number.replace(" ", "\N{NO-BREAK SPACE}").replace("-", "\N{NON-BREAKING HYPHEN}")
    if not digits or any(c.isalpha() for c in number):
        return Markup("{}").format(shown)
    return Markup('<a href="{}:{}">{}</a>').format(prefix, digits, shown)


def citation(cited: Sequence[Mapping[str, str]], page: PageContext) -> Markup:
    """Return « (author, year, locator; …) », each linked to the sources of the page.

    :param cited: for each source its ``id`` and ``locator`` (may be empty).
    """
    parts = []
    for one in cited:
        inside = _source_link(one["id"], page)
        if one.get("locator"):
            inside = Markup("{}, {}").format(inside, page.course.typeset(one["locator"]))
        parts.append(inside)
    return Markup('<span class="b-cite">({})</span>').format(Markup("; ").join(parts))


def _source_link(source_id: str, page: PageContext) -> Markup:
    entry = page.course.course.registers.sources.get(source_id)
    if entry is None:
        return Markup("{}").format(page.course.typeset(source_id))
    page.cite(source_id)
    label = page.course.typeset(short_label(entry))
    return Markup('<a href="#src-{}-{}">{}</a>').format(page.id, source_id, label)


def short_label(entry: Source) -> str:
    """Return who and when, as short as the entry allows: « CQCTP, 2025 »."""
    fields = entry.fields
    who = fields.get("author-short") or fields.get("author") or fields.get("publisher")
    who = who or fields.get("title-short") or fields.get("title") or entry.id
    year = fields.get("issued", "")[:4]
    return f"{who}, {year}" if year else who


def sources(ids: Iterable[str], page: PageContext) -> Markup:
    """Return the list of the sources cited on a page; empty when it cites none."""
    known = page.course.course.registers.sources
    entries = [known[source_id] for source_id in ids if source_id in known]
    if not entries:
        return Markup("")
    items = Markup("").join(
        Markup('<li id="src-{}-{}">{}</li>\n').format(page.id, entry.id, reference(entry, page))
        for entry in entries
    )
    return Markup('<aside class="b-sources"><h2>{}</h2>\n<ul>\n{}</ul></aside>\n').format(
        page.course.texts.document["sources"], items
    )


def reference(entry: Source, page: PageContext) -> Markup:
    """Return one bibliography entry: author (date). Title. Container, publisher, pages. Link."""
    fields, typeset = entry.fields, page.course.typeset
    issued = written_date(fields.get("issued", ""), page.course.course.language)
    date = f" ({issued})" if issued else ""
    title = fields.get("title", entry.id)
    rest = ", ".join(
        fields[name] for name in ("container-title", "publisher", "page") if fields.get(name)
    )
    cited = Markup("<cite{}>{}</cite>").format(_title_language(fields, page), typeset(title))
    # A work whose author is not named begins with its title, and the date follows it.
    out = (
        Markup("{}. {}.").format(typeset(fields["author"] + date), cited)
        if fields.get("author")
        else Markup("{}{}.").format(cited, date)
    )
    if rest:
        out += Markup(" {}.").format(typeset(rest))
    url = fields.get("URL", "")
    if url.startswith(("http://", "https://")):
        out += Markup(
            ' <a class="b-external" href="{}" target="_blank" rel="noopener noreferrer">{}</a>'
        ).format(url, shown_address(url))
    return out


def _title_language(fields: Mapping[str, str], page: PageContext) -> Markup:
    """Return the attribute ``lang`` of the title of a work that a translation cites.

    A work keeps its title: that of the source's language, unless its entry names another.
    """
    course = page.course.course
    source = course.registers.source_language
    language = fields.get("language") or source
    if not source or language.partition("-")[0] == course.language.partition("-")[0]:
        return Markup("")
    return Markup(' lang="{}"').format(language)


def written_date(issued: str, language: str) -> str:
    """Return an ISO date, whole or year and month, in words; anything else as it stands."""
    parts = issued.split("-")
    if len(parts) not in (2, 3) or not all(p.isdigit() for p in parts):
        return issued
    month = int(parts[1])
    if not 1 <= month <= len(MONTHS["fr"]):
        return issued
    french = language.lower().startswith("fr")
    day = int(parts[2]) if len(parts) > 2 else 0
    first = "1er" if french and day == 1 else str(day or "")
    return f"{first} {MONTHS['fr' if french else 'en'][month - 1]} {parts[0]}".strip()


def shown_address(url: str) -> str:
    """Return an address as people read it: no scheme, and the site alone when it is long."""
    plain = url.partition("://")[2].rstrip("/")
    return plain if len(plain) <= SHOWN_ADDRESS else plain.partition("/")[0]


def is_verified(entry: Resource) -> bool:
    """Return whether a person checked the contact details of a resource."""
    return bool(entry.checked_on and entry.checked_by)

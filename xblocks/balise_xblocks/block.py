"""What the blocks share: content, a learner's sitting, views, handlers, OLX, reports."""

from __future__ import annotations

import json
from importlib import resources
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from web_fragments.fragment import Fragment
from xblock.completable import CompletableXBlockMixin
from xblock.core import XBlock
from xblock.exceptions import DisallowedFileError, JsonHandlerError
from xblock.fields import Dict, Scope, String

from balise_xblocks import names, olx, reports, studio
from balise_xblocks.authoring import interface_language
from balise_xblocks.completion import status
from balise_xblocks.content import ContentError
from balise_xblocks.events import read_batch
from balise_xblocks.part import read_part, words_of
from balise_xblocks.sitting import Sitting
from balise_xblocks.stored import forms_of
from balise_xblocks.texts import player_texts, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from balise_xblocks.content import Course

BUILT = "public/built"
FILES = ("balise.js", "balise.css", "studio.js", "studio.css")


@XBlock.wants("user", "replace_urls", "i18n")
class BaliseBlock(CompletableXBlockMixin, XBlock):
    """A part of a course, played in its page; what a learner does is decided and kept here."""

    icon_class = "other"
    resources_dir = ""

    display_name = String(scope=Scope.settings, default="Balise")
    course = String(scope=Scope.content, default="", help="A part of course.json")
    document = String(scope=Scope.content, default="", help="HTML of its pages")
    markdown = String(scope=Scope.content, default="", help="Source, where it is written in Studio")
    draft = String(scope=Scope.content, default="", help="A source that does not compile yet")
    lock = String(scope=Scope.content, default="", help="ids.lock of the source")
    state = Dict(scope=Scope.user_state, help="The player's state, as state.ts documents it")
    kept = Dict(scope=Scope.user_state, help="What never leaves the server: see sitting.py")
    forms = Dict(
        scope=Scope.preferences, help="Forms drawn, so that before and after balance each other"
    )

    @classmethod
    def open_local_resource(cls, uri: str) -> Any:
        """Return a file of ``public/``: the blocks share one, where the LMS looks for it too.

        The LMS takes the parent of a block's module for the package of its files, which is why each
        block is the module of its folder.
        """
        if uri not in {f"{BUILT}/{name}" for name in FILES}:
            raise DisallowedFileError(uri)
        return (resources.files("balise_xblocks") / uri).open("rb")

    # What the course says

    def part(self) -> Course:
        """Return what the block holds.

        :raises ContentError: it cannot be played.
        """
        return read_part(self.course)

    def language(self) -> str:
        """Return the language of the course; French when it cannot be told."""
        try:
            return str(self.part()["language"])
        except ContentError:
            return "fr"

    # A learner's sitting

    def _sitting(self, course: Course) -> Sitting:
        sitting = Sitting(course, self.state, self.kept)
        balanced = forms_of(self.forms, course["key"])
        drawn = sitting.prepare(balanced)
        if drawn != balanced:
            self.forms = {**self.forms, course["key"]: drawn}
        return sitting

    def _keep(self, sitting: Sitting) -> None:
        self.state, self.kept = sitting.state, sitting.kept
        self.save()

    def _tell_completion(self, course: Course, sitting: Sitting) -> None:
        """Tell the platform how far the learner is, when it does not know."""
        progress = self.share(course, sitting.state)
        if progress != sitting.kept["told"]:
            sitting.kept["told"] = progress
            self.emit_completion(progress)

    def share(self, course: Course, state: dict[str, Any]) -> float:
        """Return how far the learner is, 0 to 1; 1 exactly when complete."""
        return status(course, state).progress

    def say(self, key: str, language: str, **values: object) -> str:
        """Return a text of the block, as the platform has it where it speaks the language."""
        return say(key, language, self.runtime.service(self, "i18n"), **values)

    @XBlock.json_handler
    def events(self, data: Any, _suffix: str = "") -> dict[str, Any]:
        """Apply a batch of events (``read_batch``); return what the browser is told.

        The learner is the one of the request: a name in ``data`` is never looked at. 400 with a
        text when the batch makes no sense, 409 when the block has no content to apply it to.
        """
        try:
            course = self.part()
        except ContentError as problem:
            raise JsonHandlerError(409, problem.message("fr")) from None
        try:
            batch, events = read_batch(data)
        except ContentError as problem:
            raise JsonHandlerError(400, problem.message(course["language"])) from None
        sitting = self._sitting(course)
        attempts = len(sitting.kept["log"])
        sitting.receive(batch, events)
        sitting.prepare(forms_of(self.forms, course["key"]))
        self._tell_completion(course, sitting)
        self._keep(sitting)
        if len(sitting.kept["log"]) > attempts:
            self.marked(course, sitting)
        return self._replaced(sitting.served())

    def marked(self, course: Course, sitting: Sitting) -> None:
        """Tell the platform the grade of an attempt just finished; here nothing is graded."""

    def _replaced(self, served: dict[str, Any]) -> dict[str, Any]:
        """Return with the addresses of static files as this course has them."""
        service = self.runtime.service(self, "replace_urls")
        if service is None:
            return served
        replaced: dict[str, Any] = json.loads(service.replace_urls(json.dumps(served)))
        return replaced

    # Views

    @XBlock.supports("multi_device")
    def student_view(self, _context: Any = None) -> Fragment:
        """Return the player with the learner's state; a calm message when it cannot be played."""
        try:
            course = self.part()
        except ContentError as problem:
            return Fragment(self._not_ready(problem))
        sitting = self._sitting(course)
        self._keep(sitting)
        data = {
            "course": self._for_browser(course),
            "served": sitting.served(),
            "learner": names.learner_of(self),
            "block": names.block_of(self),
            **self.beside(course["language"]),
        }
        fragment = Fragment(self._page(course, data))
        self._add_style(fragment)
        fragment.add_javascript_url(self.runtime.local_resource_url(self, f"{BUILT}/balise.js"))
        fragment.initialize_js("BaliseBlock")
        return fragment

    def beside(self, _language: str) -> dict[str, Any]:
        """Return what the browser gets besides the course and the sitting."""
        return {}

    def author_view(self, _context: Any = None) -> Fragment:
        """Return the text as it reads, for Studio: nothing is played or kept."""
        try:
            course = self.part()
        except ContentError as problem:
            return Fragment(self._not_ready(problem))
        words = self.say("preview", interface_language(course["language"]))
        note = Markup('<p class="b-hint">{}</p>').format(words)
        fragment = Fragment(str(note) + self._page(course, None))
        self._add_style(fragment)
        return fragment

    def studio_view(self, _context: Any = None) -> Fragment:
        """Return the editor: Markdown with its findings beside it, or plain fields."""
        fragment = Fragment(studio.form(self, interface_language(self.language())))
        fragment.add_css_url(self.runtime.local_resource_url(self, f"{BUILT}/studio.css"))
        fragment.add_javascript_url(self.runtime.local_resource_url(self, f"{BUILT}/studio.js"))
        fragment.initialize_js("BaliseStudio")
        return fragment

    @XBlock.json_handler
    def studio_submit(self, data: Any, _suffix: str = "") -> dict[str, Any]:
        """Keep what the editor sends, all or none (:func:`~balise_xblocks.studio.keep`).

        400 with a text when something is wrong.
        """
        kept: dict[str, Any] = self._for_studio(studio.keep, data)
        return kept

    @XBlock.json_handler
    def check(self, data: Any, _suffix: str = "") -> dict[str, Any]:
        """Return the ``findings`` on a source that is being written; keeps nothing."""
        return {"findings": self._for_studio(studio.check, data)}

    def _for_studio(self, action: Any, data: Any) -> Any:
        language = interface_language(self.language())
        try:
            return action(self, data, language)
        except ContentError as problem:
            raise JsonHandlerError(400, problem.message(language)) from None

    def _add_style(self, fragment: Fragment) -> None:
        fragment.add_css_url(self.runtime.local_resource_url(self, f"{BUILT}/balise.css"))

    def _for_browser(self, course: Course) -> Course:
        """Return the course without what is asked in evaluations; one key of notes a block."""
        asked = {i for e in course["evaluations"] for form in e["forms"] for i in form["items"]}
        return {
            **course,
            "key": f"{course['key']}.{course['pages'][0]['id']}",
            "items": [item for item in course["items"] if item["id"] not in asked],
            "texts": player_texts(course["language"], self.runtime.service(self, "i18n")),
        }

    def _page(self, course: Course, data: dict[str, Any] | None) -> str:
        block = ""
        if data is not None:
            text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
            block = f'<script type="application/json" data-balise-block>{text}</script>'
        # A section without a name: its header and footer are no landmarks of the whole page.
        frame = Markup('<section class="balise b-block" lang="{}">').format(course["language"])
        script = Markup("<noscript><p>{}</p></noscript>").format(
            self.say("script", course["language"])
        )
        body = f'<div class="b-main">{self.document}</div>'
        return f"{frame}{script if data else ''}{body}</section>{block}"

    def _not_ready(self, problem: ContentError) -> str:
        """Return a calm message in the language of the platform."""
        language = interface_language("fr")
        alert = Markup('<div role="alert" lang="{}"><p>{}</p><p>{}</p></div>')
        first = self.say("notReady", language)
        return str(alert.format(language, first, problem.message(language)))

    # What the platform asks

    def student_view_data(self, _context: Any = None) -> dict[str, Any]:
        """Return what a mobile application may list: no question, nothing of the learner."""
        try:
            course = self.part()
        except ContentError:
            return {"ready": False}
        return {
            "ready": True, "course": course["id"], "version": course.get("version", ""),
            "language": course["language"], "title": self.display_name,
            "pages": [page["title"] for page in course["pages"] if page["kind"] == "capsule"],
        }  # fmt: skip

    def index_dictionary(self) -> dict[str, Any]:
        """Return the words for the course search: the text, never questions of an evaluation."""
        found: dict[str, Any] = super().index_dictionary()
        text = words_of(self.document)
        content = {**found.get("content", {}), "display_name": self.display_name, "text": text}
        return {**found, "content": content, "content_type": "Balise"}

    def generate_report_data(
        self, user_states: Iterable[Any], limit: int | None = None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield (username, row) for the responses report, as far as the course allows."""
        try:
            course = self.part()
        except ContentError:
            return  # the report is of other blocks too
        yield from reports.rows(course, user_states, limit)

    # OLX

    @classmethod
    def parse_xml(cls, node: Any, runtime: Any, keys: Any) -> BaliseBlock:
        """Return the block of an OLX element; what is not readable is told when it is shown."""
        bare, parts = olx.without_parts(node)
        block: BaliseBlock = super().parse_xml(bare, runtime, keys)
        for name, text in parts.items():
            setattr(block, name, text)
        return block

    def add_xml_to_node(self, node: Any) -> None:
        """Write the block as readable OLX."""
        olx.write(self, node)

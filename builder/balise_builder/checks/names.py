"""Names of people: first names come from the balanced bank, and nobody has a full name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from balise_builder.checks.reading import course_texts
from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from balise_builder.checks.reading import Text
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Course
    from balise_builder.source import Folder

CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ](?<![\w’'-].)[\wà-öø-ÿ]+(?:-[A-ZÀ-ÖØ-Þ][\wà-öø-ÿ]+)*(?![\w-])")
"""A word that begins with a capital: ``Marc-André`` is one. Begins with its letter, as all the
patterns here: what stands before it is looked at only where it may matter (twice as fast)."""
SURNAME = re.compile(r"[ \u00a0](?:[A-ZÀ-ÖØ-Þ][\wà-öø-ÿ’'-]+)")
TITLED = re.compile(
    r"[MD](?<!\w.)(?:(?<=M)(?:\.|M\.|mes?|lle|e)|(?<=D)re?)"
    r"[ \u00a0][A-ZÀ-ÖØ-Þ][\wà-öø-ÿ’'-]+"
)
_FREQUENT = """
    adam adele alain albert alexandra alexandre alexis alice alicia amelie amina amine amir amy
    anais andre andree andrea andrew angela angelique anne annie anthony antoine antonio arianne
    ariane arnaud arthur audrey aurelie benjamin benoit bernard bianca brigitte bruno caroline
    carole catherine cedric celine chantal charles charlie charlotte chloe christian christiane
    christina christine christophe christopher claudia claudine clemence coralie corinne cynthia
    daniel danielle daphnee david delphine denis denise diana diane didier edouard elena eliane
    elise elizabeth elisabeth ella elodie emile emilie emily emma emmanuel emmanuelle eric erica
    esther ethan eugenie eva eve evelyne fabien fanny fatima felix fernand florence frances
    francis francois francoise frank frederic frederique gabriel gabrielle gaston genevieve
    georges gerald gerard gilbert gilles ginette giovanni gloria guillaume gustave guy hamza
    hannah hassan helene henri hubert hugo ibrahim ines isaac isabel isabelle ismael jacinthe
    jack jacob jacques jade james jane janine jasmine jean jeanne jennifer jeremie jeremy jerome
    jessica jesus joanie joanne jocelyne joel joelle john johanne jonathan jordan jose josee
    joseph josephine josiane joshua juan judith juliette julien juliana karine karina karl
    kathleen katia kelly kim laura laurence laurent laurie lea leo leon leonie liam liliane lily
    linda lisa logan loic lorraine louis louise louka luc lucas lucie lucien lyne madeleine
    manon manuel marc marcel marcelle margaret maria marianne marie marielle mario marion marise
    marjorie mark marlene marta martha martin martine mary maryse mathieu mathilde mathis
    matthew maude maurice max maxime megane melissa mia michael michel micheline michelle
    miguel mireille mohamed mohammed monique myriam nancy natacha natalia nathalie nathan
    nicholas nicolas nicole noah noemie noemi normand oceane odette olivia olivier omar pablo
    pamela pascal pascale patrice patricia patrick paul paula pauline pedro peter philip
    philippe pierrette rachel raoul raphael raphaelle raymond rebecca rejean rene renee richard
    robert roberto rodrigue roger roland romain rosalie roxanne ryan sabrina said salma samuel
    sandra sara sarah sebastien serge simon simone sofia solange sonia sophia sophie stephane
    stephanie stephen steve steven suzanne sylvie tania tanya teresa theo theresa therese
    thierry thomas tommy tristan valerie vanessa vero veronique vicky victor victoria vincent
    virginie vivianne william xavier yan yann yannick yasmine youcef yvan yves yvon yvonne zoe
"""
COMMON = frozenset(_FREQUENT.split())
"""Frequent first names, folded, that are no French words: what an author is likely to type."""


def check(course: Course, folder: Folder, collector: Collector) -> None:
    """Check every text of the course."""
    bank = frozenset(fold(one.name) for one in folder.registers.first_names)
    for text in course_texts(course):
        for match in TITLED.finditer(text.content):
            _add(collector, "nom-complet", text, *match.span())
        for match in CAPITAL.finditer(text.content):
            word = fold(match.group())
            if word not in bank and word not in COMMON:
                continue
            surname = SURNAME.match(text.content, match.end())
            if surname and fold(surname.group().strip()) not in bank:
                _add(collector, "nom-complet", text, match.start(), surname.end())
            elif bank and word not in bank:
                _add(collector, "prenom-hors-banque", text, *match.span())


def _add(collector: Collector, code: str, text: Text, start: int, end: int) -> None:
    collector.add(code, text.span(start, end), text=text.content[start:end])

"""Word documents made for the tests, as Word writes them."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

W = nsdecls("w")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
NOTE_RELATION = RT.FOOTNOTES
NOTE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def new(title: str = "Un module") -> Document:
    """Return an empty document with a title."""
    document = docx.Document()
    document.core_properties.title = ""
    if title:
        document.add_paragraph(title, style="Title")
    return document


def save(document: Document, folder: Path, name: str = "module.docx") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    document.save(str(path))
    return path


def raw(document: Document, xml: str) -> Any:
    """Add the raw XML of a block at the end of the document; ``w:`` and ``w14:`` are declared."""
    tagged = re.sub(r"<([\w:]+)", rf"<\1 {W} {W14}", xml, count=1)
    element = parse_xml(tagged)
    document.element.body.insert(len(document.element.body) - 1, element)
    return element


def bold(document: Document, text: str) -> Paragraph:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = True
    return paragraph


def link(paragraph: Paragraph, text: str, target: str) -> None:
    identity = paragraph.part.relate_to(target, RT.HYPERLINK, is_external=True)
    paragraph._p.append(parse_xml(
        f'<w:hyperlink {nsdecls("w", "r")} r:id="{identity}"><w:r><w:t>{escape(text)}</w:t></w:r>'
        "</w:hyperlink>"
    ))  # fmt: skip


def check_box(document: Document, text: str, *, checked: bool) -> None:
    """Add a line that begins with a check box of Word 2010 and later."""
    sign = "☒" if checked else "☐"
    raw(document, (
        f'<w:p><w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
        f"</w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent>"
        f'</w:sdt><w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p>'
    ))  # fmt: skip


def footnotes(document: Document, *texts: str) -> None:
    """Give the document footnotes 1, 2… with these texts."""
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:footnote>"
        for n, text in enumerate(texts, 1)
    )
    separator = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    blob = f"<w:footnotes {W}>{separator}{notes}</w:footnotes>".encode()
    part = Part(PackURI("/word/footnotes.xml"), NOTE_TYPE, blob, document.part.package)
    document.part.relate_to(part, NOTE_RELATION)


def call(paragraph: Paragraph, number: int) -> None:
    """Call a footnote at the end of a paragraph."""
    paragraph._p.append(parse_xml(
        f'<w:r {W}><w:footnoteReference w:id="{number}"/></w:r>'
    ))  # fmt: skip


def png(width: int = 320, height: int = 120) -> io.BytesIO:
    """Return a plain picture."""
    row = b"\0" + b"\xd8\xe4\xe8" * width

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return io.BytesIO(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * height))
        + chunk(b"IEND", b"")
    )  # fmt: skip


def picture(document: Document, alt: str, stream: io.BytesIO | None = None) -> None:
    """Add a picture in a paragraph of its own."""
    document.add_picture(stream or png())
    document.element.body.xpath(".//wp:docPr")[-1].set("descr", alt)


def change(path: Path, part: str, old: str, new_text: str) -> Path:
    """Replace a text in a part of the file; return its path."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = parts[part].replace(old.encode(), new_text.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def module(folder: Path) -> Path:
    """Write a module of three pages such as a trainer has: every thing once, by hand."""
    document = new("Accueillir et transmettre")
    document.add_paragraph("Pour les équipes de réception", style="Subtitle")
    document.add_paragraph("Ce module dure vingt minutes. Il ne remplace pas la rencontre.")
    _role(document)
    _signs(document)
    _acting(document)
    footnotes(document, "Le numéro change selon la région.")
    document.sections[0].header.paragraphs[0].text = "Document de travail – ne pas diffuser"
    document.sections[0].footer.paragraphs[0].text = "Équipe de formation"
    return save(document, folder)


def _role(document: Document) -> None:
    document.add_heading("Notre rôle", 1)
    paragraph = document.add_paragraph("Vous ")
    paragraph.add_run("remarquez").bold = True
    paragraph.add_run(", vous accueillez, vous ")
    paragraph.add_run("transmettez").italic = True
    paragraph.add_run(". La DPJ répond jour et nuit")
    call(paragraph, 1)
    document.add_heading("Ce que vous faites", 2)
    for text in ("Accueillir calmement", "Prévenir la personne responsable"):
        document.add_paragraph(text, style="List Bullet")
    document.add_paragraph("de vive voix, jamais par texto", style="List Bullet 2")
    for text in ("Remarquer", "Noter les faits", "Transmettre"):
        document.add_paragraph(text, style="List Number")
    picture(document, "Le chemin de transmission : équipe, responsable, DPJ ou 911.")


def _signs(document: Document) -> None:
    document.add_heading("Ce qui mérite attention", 1)
    table = document.add_table(rows=3, cols=2)
    rows = (("Au lieu de…", "Faites plutôt…"), ("Photographier", "Écrire les faits"),
            ("Questionner", "Prévenir"))  # fmt: skip
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    frame = document.add_table(rows=1, cols=1)
    frame.cell(0, 0).text = "Attention : un seul indice ne suffit jamais."
    bold(document, "Une personne demande deux clés. Que faites-vous?")
    check_box(document, "Je refuse.", checked=False)
    check_box(document, "Je réponds comme à tout le monde.", checked=True)
    document.add_paragraph("Rétroaction : c’est une demande ordinaire.")
    document.add_paragraph("Pour en savoir plus, voyez ").add_run("")
    link(document.paragraphs[-1], "le site du Québec", "https://www.quebec.ca/(guide)")


def _acting(document: Document) -> None:
    document.add_heading("Transmettre", 1)
    bold(document, "Qui prévenez-vous en premier?")
    for text, right in (("a) Un ami", False), ("b) La personne responsable", True),
                        ("c) Personne", False)):  # fmt: skip
        document.add_paragraph().add_run(text).bold = right
    bold(document, "Quels faits notez-vous?")
    for text in ("L’heure*", "Votre opinion", "Les mots entendus*"):
        document.add_paragraph(text, style="List Bullet")
    bold(document, "Que dites-vous à la personne?")
    for text in ("Racontez-moi tout.", "Je suis là, prenez votre temps."):
        document.add_paragraph(text, style="List Bullet")
    picture(document, "")
    bold(document, "Avant de partir")
    document.add_paragraph("☐ Je sais où est le registre.")
    document.add_paragraph("☐ Je connais la personne responsable.")


WORD = re.compile(r"\w+")


def words(path: Path) -> list[str]:
    """Return every word of the texts of a file, each paragraph read whole."""
    found: list[str] = []
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"word/(document|footnotes|comments|header\d*|footer\d*)\.xml", name):
                text = archive.read(name).decode()
                for part in re.split(r"</w:p>|<w:br/>|<w:tab/>", text):
                    found += WORD.findall("".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)", part)))
    return found

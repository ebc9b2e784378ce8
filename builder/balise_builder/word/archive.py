"""A Word file is opened safely: no bomb, no entity, no macro, nothing fetched."""

from __future__ import annotations

import re
import zipfile
from typing import TYPE_CHECKING

from balise_builder.errors import MissingPartError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

MB = 1_000_000
MOST_PARTS = 5000
MOST_BYTES = 250 * MB
"""Bytes once unpacked; zipfile never gives more than a part declares."""
MOST_XML = 40 * MB
MAIN = b"wordprocessingml.document.main+xml"
"""Content type of a document; templates and macro-enabled files have others."""
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")
DOCTYPE = re.compile(rb"<\x00?!\x00?D\x00?O\x00?C\x00?T", re.IGNORECASE)
STRICT = b"http://purl.oclc.org/ooxml/"


def open_document(path: Path) -> Document:
    """Return the document in ``path``.

    :raises MissingPartError: python-docx (extra ``docx``) is not installed.
    :raises UsageError: not a ``.docx``, or one that is not safe to read.
    """
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ModuleNotFoundError as error:
        raise missing() from error
    _check(path)
    try:
        return docx.Document(str(path))
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, zipfile.BadZipFile, OSError,
            TypeError, IndexError, AssertionError) as error:  # fmt: skip
        raise damaged(path) from error


def missing() -> MissingPartError:
    """Return the error of an installation without the extra."""
    return MissingPartError(
        "Lire un document Word demande une partie qui n’est pas installée. Lancez : "
        'pipx inject balise-builder python-docx (ou : pip install "balise-builder[docx]").',
        "Reading a Word document needs a part that is not installed. Run: "
        'pipx inject balise-builder python-docx (or: pip install "balise-builder[docx]").',
    )


def damaged(path: Path) -> UsageError:
    """Return the error of a document that cannot be read to its end."""
    return UsageError(
        f"« {path.name} » est abîmé : il ne se lit pas comme un document Word. Ouvrez-le dans "
        "Word, enregistrez-le sous un autre nom, puis recommencez.",
        f"“{path.name}” is damaged: it does not read as a Word document. Open it in Word, save it "
        "under another name, then try again.",
    )


def _check(path: Path) -> None:
    from balise_builder.source.paths import reasons

    try:
        with path.open("rb") as file:
            head = file.read(8)
            if head == OLD:
                raise _old(path, locked=LOCKED in file.read(4 * MB))
        with zipfile.ZipFile(path) as archive:
            _check_parts(path, archive)
    except zipfile.BadZipFile as error:
        raise _not_word(path) if not head.startswith(b"PK") else damaged(path) from error
    except (zlib_error(), EOFError, NotImplementedError, RuntimeError) as error:
        raise damaged(path) from error
    except OSError as error:
        why = reasons(error)
        raise UsageError(
            f"« {path} » ne peut pas être lu ({why['reason']}). Vérifiez son nom.",
            f"“{path}” cannot be read ({why['reason_en']}). Check its name.",
        ) from error


def zlib_error() -> type[Exception]:
    """Return the error of compressed data that are wrong."""
    import zlib

    return zlib.error


def _check_parts(path: Path, archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(n.startswith("word/") for n in names):
        raise _not_word(path)
    if any(n.lower().endswith(("vbaproject.bin", "vbadata.xml")) for n in names):
        raise UsageError(
            f"« {path.name} » contient des macros : Balise ne l’ouvre pas. Dans Word, "
            "enregistrez-le comme « Document Word (.docx) », sans macros.",
            f"“{path.name}” contains macros: Balise does not open it. In Word, save it as a "
            "“Word document (.docx)”, without macros.",
        )
    if MAIN not in archive.read("[Content_Types].xml")[: 4 * MB]:
        raise _not_word(path)
    big = [p for p in parts if p.file_size > MOST_XML and p.filename.endswith((".xml", ".rels"))]
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > MOST_BYTES or big:
        raise UsageError(
            f"« {path.name} » est trop gros une fois ouvert (limite : {MOST_BYTES // MB} Mo, dont "
            f"{MOST_XML // MB} Mo de texte). Réduisez ses images, ou partagez-le.",
            f"“{path.name}” is too big once opened (limit: {MOST_BYTES // MB} MB, of which "
            f"{MOST_XML // MB} MB of text). Make its images smaller, or split it.",
        )
    for part in parts:
        if part.filename.endswith((".xml", ".rels", ".vml")):
            data = archive.read(part)
            if DOCTYPE.search(data):
                raise damaged(path)
            if part.filename == "word/document.xml" and STRICT in data[:4000]:
                raise UsageError(
                    f"« {path.name} » est au format « Open XML strict ». Dans Word, enregistrez-le "
                    "comme « Document Word (.docx) ».",
                    f"“{path.name}” is in the “Strict Open XML” format. In Word, save it as a "
                    "“Word document (.docx)”.",
                )


def _old(path: Path, *, locked: bool) -> UsageError:
    if locked:
        return UsageError(
            f"« {path.name} » est protégé par un mot de passe. Enlevez-le dans Word, enregistrez, "
            "puis recommencez.",
            f"“{path.name}” is protected by a password. Remove it in Word, save, then try again.",
        )
    return UsageError(
        f"« {path.name} » est à l’ancien format de Word (.doc). Ouvrez-le dans Word ou LibreOffice "
        "et enregistrez-le comme « Document Word (.docx) ».",
        f"“{path.name}” is in the old Word format (.doc). Open it in Word or LibreOffice and save "
        "it as a “Word document (.docx)”.",
    )


def _not_word(path: Path) -> UsageError:
    return UsageError(
        f"« {path.name} » n’est pas un document Word (.docx). Ouvrez-le dans votre logiciel et "
        "enregistrez-le comme « Document Word (.docx) ».",
        f"“{path.name}” is not a Word document (.docx). Open it in your program and save it as a "
        "“Word document (.docx)”.",
    )

"""Reading a course folder: texts with their places, settings, registers, media and the lock."""

from balise_builder.source.folder import Capsule, Folder, read_folder
from balise_builder.source.folding import ID, fold, fold_key, fold_text, nearest, slug
from balise_builder.source.lock import Lock
from balise_builder.source.media import MediaFile
from balise_builder.source.settings import CapsuleSettings, CourseSettings, SessionSettings
from balise_builder.source.text import SourceText

__all__ = [
    "ID",
    "Capsule",
    "CapsuleSettings",
    "CourseSettings",
    "Folder",
    "Lock",
    "MediaFile",
    "SessionSettings",
    "SourceText",
    "fold",
    "fold_key",
    "fold_text",
    "nearest",
    "read_folder",
    "slug",
]

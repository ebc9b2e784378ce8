"""The one exception family of the builder.

Problems *in a course* are :class:`~balise_builder.diagnostics.Diagnostic` values, collected and
shown together. Exceptions are for what stops the command itself; the command line catches
:class:`BaliseError` only, prints its text and never shows a traceback for it.
"""


class BaliseError(Exception):
    """Base of every error that the builder raises on purpose.

    ``fr`` and ``en`` say where, what was found, what was expected and what to do.
    """

    def __init__(self, fr: str, en: str) -> None:
        super().__init__(fr)
        self.fr = fr
        self.en = en

    def text(self, lang: str) -> str:
        """Return the message in ``lang`` (``"fr"`` or ``"en"``)."""
        return self.en if lang == "en" else self.fr


class UsageError(BaliseError):
    """The command was called wrongly (exit code 2): unknown target, folder without a course."""


class PackageError(BaliseError):
    """A package could not be written or does not validate: our fault or the disk's."""


class MissingPartError(BaliseError):
    """An optional part (another distribution, an extra, a built asset) is not installed."""

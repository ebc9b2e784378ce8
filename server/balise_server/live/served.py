"""The files of a draft as the content origin serves them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

INDEX = "index.html"


class Served(Mapping[str, bytes]):
    """The last good version of a course, with the script of the author's view before any other.

    :param files: name in the package → content, or the file that has it.
    :param script: the built ``place.ts``.
    :param around: origin of the author's view, the only one that is told the place.
    """

    def __init__(self, files: Mapping[str, bytes | Path], script: Path, around: str) -> None:
        code = script.read_bytes()
        # Like the other assets: named by content, so that browsers keep it from edit to edit.
        name = f"assets/place-{sha256(code).hexdigest()[:8]}.js"
        self._files: dict[str, bytes | Path] = {**files, name: code}
        self._mark = f'<head><script src="{name}" data-around="{around}"></script>'.encode()

    def __getitem__(self, name: str) -> bytes:
        """Return the content of a file.

        :raises KeyError: there is no such file, or it has left the disk since.
        """
        content = self._files[name]
        if isinstance(content, Path):
            try:
                content = content.read_bytes()
            except OSError:
                raise KeyError(name) from None
        return content.replace(b"<head>", self._mark, 1) if name == INDEX else content

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

"""Any bytes in a source file give diagnostics or a model, never a traceback.

``python -m tests.builder.fuzz [SECONDS] [SEED]`` tries bytes without end; what fails is printed
with the bytes that made it fail.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from pathlib import Path

from balise_builder.build import load
from balise_builder.config import Options
from tests.builder.mutants import failed

COURSE = Path(__file__).resolve().parents[2] / "courses/hotellerie-personnel"
FILES = ("cours.md", "01-page.md", "banque.md", "ids.lock")
HEAD = b"---\ntitre : Une page\nid : page\nversion : 0.1.0\nlangue : fr-CA\n---\n\n"
PIECES = (
    b"::: question {#q}\n", b":::\n", b"- [x] a\n", b"- [ ] b\n", b"> [!CONSEIL]\n", b"---\n",
    b"{", b"}", b"{{droit.L1}}", b"[^1]", b"[^1]: n\n", b"| a | b |\n", b"|---|---|\n", b"```\n",
    b"    ", b"\r\n", b"\r", b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xc3", b"# ", b"situation : ",
    b"<b>", b"![", b"](", b"media/x.svg)", b"[//]: # (", b"\t", b"\xe2\x80\xa8", b"1. ", b"**",
    b"item q 1 a=ab\n", b"course Zq81Ab\n", b"_", b"&amp;", b"\\", b"$", b"\xf0\x9f\x98\x80",
    b"- a -> b\n", b"- c\n", b"### C\n", b"1. s\n", b"> f\n", b"- answer: 12 +/- 2\n",
    b"type : scale\n", b"type : open\n", b"variants: gender\n", b"{{name}}", b" {#b}",
    b" {target=b}", b" {idea=n}", b"item q 1 >a=aaaaaaaa b=bbbbbbbb\n",
)  # fmt: skip


def sample(chance: random.Random) -> bytes:
    """Return the bytes of one file: noise, pieces of the dialect, or a real file spoilt."""
    kind = chance.randrange(3)
    if kind == 0:
        return chance.randbytes(chance.randrange(400))
    if kind == 1:
        head = HEAD if chance.random() < 0.7 else b""
        return head + b"".join(chance.choices(PIECES, k=chance.randrange(60)))
    data = bytearray(chance.choice(sorted(COURSE.glob("*.md"))).read_bytes())
    for _ in range(chance.randrange(1, 12)):
        start = chance.randrange(len(data) + 1)
        data[start : start + chance.randrange(9)] = chance.choice(PIECES)
    return bytes(data)


def attempt(files: dict[str, bytes], folder: Path) -> None:
    """Read a course made of ``files``: it is a model, or it has errors.

    :raises AssertionError: it is neither.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    loaded = load(folder, Options())
    found = list(loaded.diagnostics)
    assert (loaded.course is None) is failed(found), [d.code for d in found]
    for d in found:
        assert d.message("fr") and d.message("en")


def main(seconds: float, seed: int) -> int:
    """Try for ``seconds``; return how many attempts failed."""
    chance = random.Random(seed)
    end, tried, bad = time.monotonic() + seconds, 0, 0
    with tempfile.TemporaryDirectory() as name:
        while time.monotonic() < end:
            tried += 1
            files = {"cours.md": HEAD + b"Bienvenue.\n", chance.choice(FILES): sample(chance)}
            try:
                attempt(files, Path(name) / str(tried))
            except Exception:
                bad += 1
                traceback.print_exc()
                print(files)
    print(f"{tried} attempts, {bad} failed (seed {seed})")
    return bad


if __name__ == "__main__":
    seconds, seed, *_ = [*sys.argv[1:], *("60", "1")[len(sys.argv) - 1 :]]
    sys.exit(1 if main(float(seconds), int(seed)) else 0)

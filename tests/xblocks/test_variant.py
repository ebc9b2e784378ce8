"""The server and the player give a learner the same variant."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from builder.frontend import ROOT, node_command

from balise_xblocks.variant import variant_of, with_variant

SCRIPT = """
import { variantOf } from "./builder/player/src/order.ts";
const cases = JSON.parse(process.argv[2]);
console.log(JSON.stringify(cases.map(([item, seed]) => variantOf(item, seed))));
"""


def test_the_player_and_the_server_choose_alike(tmp_path: Path) -> None:
    words = [{"prénom": name} for name in ("Nour", "Kevin", "Maya")]
    cases = [({"n": n, "variants": words}, seed) for n in range(20) for seed in ("00", "zZ", "-_")]
    script = tmp_path / "variants.ts"
    source = (ROOT / "builder/player/src/order.ts").as_uri()
    script.write_text(SCRIPT.replace("./builder/player/src/order.ts", source), encoding="utf-8")
    said = subprocess.run(
        node_command(str(script), json.dumps(cases)),
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    found = [variant_of(item, seed) for item, seed in cases]
    assert found == json.loads(said.stdout)
    assert len({json.dumps(one) for one in found}) == 3


def test_accepted_answers_take_the_words_of_the_variant() -> None:
    item = {"n": 1, "variants": [{"prénom": "Nour"}], "answers": [{"text": "{{ prénom }} {{x}}"}]}
    assert with_variant(item, "00")["answers"][0]["text"] == "Nour {{x}}"

"""Open launches for the load: prints the commit addresses as JSON. Arguments as in ``sittings``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from balise_server.app import create_app
from balise_server.config import Config
from balise_server.services import EXTENSION


def main(data: str, dist: str, port: str, count: str) -> None:
    """Enrol ``count`` learners and start one attempt each."""
    content = f"http://localhost:{port}"
    app = create_app(
        Config(
            data=Path(data),
            packages=(Path(dist),),
            page_origin=f"http://127.0.0.1:{port}",
            content_origin=content,
        )
    )
    services = app.extensions[EXTENSION]
    services.library.refresh()
    package = services.library.courses()[0].packages[0]
    addresses = []
    for number in range(int(count)):
        learner = services.enrol(f"Personne {number}")
        token = services.launch_address(package, "play", learner).partition("#")[2]
        answer = app.test_client().post("/lms/start", data=token, base_url=content)
        addresses.append(answer.get_json()["commit"])
    print(json.dumps(addresses))


if __name__ == "__main__":
    main(*sys.argv[1:])

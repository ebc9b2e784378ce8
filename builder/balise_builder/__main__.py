"""``python -m balise_builder`` is the command ``balise``."""

from balise_builder.cli import main

main()

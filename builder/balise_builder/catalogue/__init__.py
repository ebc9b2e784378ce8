"""The catalogue of a folder of courses: what each holds, who plays which part, what law it needs.

Generated parts of ``courses/README.md``, in French, between marked lines; what people write around
them is kept.
"""

from balise_builder.catalogue.facts import Facts, gather
from balise_builder.catalogue.page import NAME, PARTS, filled, parts, stale_parts

__all__ = ["NAME", "PARTS", "Facts", "filled", "gather", "parts", "stale_parts"]

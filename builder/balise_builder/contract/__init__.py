"""course.json: written from the model, read back with every field checked."""

from balise_builder.contract.read import ContractError, read
from balise_builder.contract.shape import VERSION, CourseData
from balise_builder.contract.write import dumps, to_json

__all__ = ["VERSION", "ContractError", "CourseData", "dumps", "read", "to_json"]

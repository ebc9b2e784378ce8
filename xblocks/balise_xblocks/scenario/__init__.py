"""``balise_scenario``: a branching scenario whose way is kept on the server."""

from balise_xblocks.scenario.block import ScenarioBlock

__all__ = ["ScenarioBlock"]

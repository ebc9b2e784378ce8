"""Charts as SVG: the geometry here, the drawing in the template ``macros/charts.html``."""

from balise_server.charts.bars import Bar, BarChart, bar_chart

__all__ = ["Bar", "BarChart", "bar_chart"]

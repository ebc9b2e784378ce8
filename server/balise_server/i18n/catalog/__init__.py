"""The texts of the pages: a family a page, each key a pair (French, English)."""

from balise_server.i18n.catalog import (
    author,
    bench,
    common,
    learner,
    library,
    live,
    player,
    problems,
    statistics,
)

FAMILIES = (common, library, learner, player, statistics, author, live, problems, bench)

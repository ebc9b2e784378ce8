"""Live preview: what the author's view shows while files change. Pure of the builder.

``workshop`` holds the last good version of each course and its findings; ``broker`` tells the
browsers; ``watching`` follows the disk; ``remembering`` keeps what an earlier run knew; ``served``
are the files as they are served; ``running`` joins all that and opens the port. What compiles is
given from outside (:class:`~balise_server.live.workshop.Compiler`): ``balise_server.preview`` has
the real one.
"""

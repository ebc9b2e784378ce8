"""The strict LMS of the preview (« banc d’essai »): a host that checks every call, with profiles.

Nothing here is kept: runs live in memory, beside and apart from what learners record. The rules of
the standards stand in ``server/web/bench/``, which checks the calls in the browser.
"""

"""The proof of a package: played in a real browser, through every fault, against the strict LMS.

``run`` joins the parts; ``faults`` is the list of what is played; ``report`` writes what was seen.
Playwright (extra ``prove``) is imported only when a browser is opened.
"""

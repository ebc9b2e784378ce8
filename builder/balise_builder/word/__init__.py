"""From Word: a ``.docx`` becomes a course folder in the dialect.

``archive`` opens the file safely · ``styles`` knows its styles and lists · ``reader``, ``runs``,
``pieces`` and ``pictures`` read it into the blocks of ``content`` · ``questions`` finds what is
surely a question · ``sheet``, ``inline`` and ``escape`` write Markdown · ``folder`` makes the
files, and ``spoken`` proves that no word is missing. What is not sure becomes a *mark* (``marks``):
an alert for the author in the text, and a line of the report.
Reading needs python-docx (extra ``docx``), imported only here and when it is used.
"""

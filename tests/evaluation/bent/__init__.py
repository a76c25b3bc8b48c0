"""Local damage: what does one small thing that goes wrong on one page do to a whole issue?

``python -m tests.evaluation.bent`` tells; see :mod:`tests.evaluation.bent.__main__`. A kind of
damage is a function of ``contents``, ``titles``, ``bodies``, ``headings``, ``talks``, ``boxes``,
``quotes`` or ``front``: of a :class:`~tests.evaluation.bent.sheet.Sheet` and a place on it.
"""

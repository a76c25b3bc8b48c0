"""How good is the restoration? Figures for every issue whose truth is known.

``python -m tests.evaluation`` prints them; see :mod:`tests.evaluation.__main__`.
"""

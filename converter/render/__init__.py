"""From the model to XHTML through the Jinja2 templates; shared by the EPUB and the PDF."""

from converter.render.environment import environment
from converter.render.inline import inline
from converter.render.words import words

__all__ = ["environment", "inline", "words"]

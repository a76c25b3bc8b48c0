"""Bylines (署名): who wrote an article, and in which office."""

from converter.parse.byline.about import names_subject, shows_pictures, tells_by_pictures
from converter.parse.byline.read import read_byline
from converter.parse.byline.reading import BylineReading

__all__ = ["BylineReading", "names_subject", "read_byline", "shows_pictures", "tells_by_pictures"]

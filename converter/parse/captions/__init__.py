"""Captions without a number: who is on the left, who took the photograph, when it was taken."""

from converter.parse.captions.beneath import (
    has_captions,
    has_slanted_captions,
    hours_within,
    is_slanted,
    may_caption,
    object_label,
    timed_captions,
)
from converter.parse.captions.seen import (
    describes_picture,
    names_picture,
    names_where,
    opens_at_hour,
    opens_caption,
    points_out,
    shows_act,
    shows_person,
    tells_by_clauses,
    tells_hour,
    tells_of_thing,
    tells_scene,
)
from converter.parse.captions.told import (
    POINTERS,
    credits_picture,
    is_data_source,
    is_unnumbered_caption,
    places_picture,
    tells_data,
)
from converter.parse.captions.within import captions_within

__all__ = [
    "POINTERS",
    "captions_within",
    "credits_picture",
    "describes_picture",
    "has_captions",
    "has_slanted_captions",
    "hours_within",
    "is_data_source",
    "is_slanted",
    "is_unnumbered_caption",
    "may_caption",
    "names_picture",
    "names_where",
    "object_label",
    "opens_at_hour",
    "opens_caption",
    "places_picture",
    "points_out",
    "shows_act",
    "shows_person",
    "tells_by_clauses",
    "tells_data",
    "tells_hour",
    "tells_of_thing",
    "tells_scene",
    "timed_captions",
]

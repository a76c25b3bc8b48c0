"""Recognises Chinese personal names, offices and institutions in bylines and contents.

A name is told by its surname (the 500 commonest cover over 99.5 % of people), its length
and what stands around it; none of the tests is certain alone, so callers combine them.
"""

from converter.names.tell import (
    CAPITALS,
    HOUSES,
    SMALLS,
    from_abroad,
    glued_names,
    houses_in,
    is_body,
    is_class,
    is_latin_name,
    is_name,
    is_of_the_house,
    is_office,
    is_workplace,
    join_spaced,
    join_surnames,
    names_who_reads,
    split_names,
    two_names,
)
from converter.names.verse import names_verse
from converter.names.words import COMPOUND_SURNAMES, OFFICES, SURNAMES

__all__ = [
    "CAPITALS",
    "COMPOUND_SURNAMES",
    "HOUSES",
    "OFFICES",
    "SMALLS",
    "SURNAMES",
    "from_abroad",
    "glued_names",
    "houses_in",
    "is_body",
    "is_class",
    "is_latin_name",
    "is_name",
    "is_of_the_house",
    "is_office",
    "is_workplace",
    "join_spaced",
    "join_surnames",
    "names_verse",
    "names_who_reads",
    "split_names",
    "two_names",
]

"""Letters and what stands under them: who signs, from where, and when; and what is replied."""

from converter.parse.letters.alike import with_letters_alike
from converter.parse.letters.parts import marked_people, name_behind_post
from converter.parse.letters.replies import is_reply, is_reply_of_house
from converter.parse.letters.signatures import WHENCE, addresses_house, signatures

__all__ = [
    "WHENCE",
    "addresses_house",
    "is_reply",
    "is_reply_of_house",
    "marked_people",
    "name_behind_post",
    "signatures",
    "with_letters_alike",
]

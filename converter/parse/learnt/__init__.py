"""Names of sidebars that an issue itself teaches."""

from converter.parse.learnt.names import (
    Learnt,
    LearntName,
    learn_names,
    with_names_apart,
)

__all__ = ["Learnt", "LearntName", "learn_names", "with_names_apart"]

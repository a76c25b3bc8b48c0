"""Tables with bars or wide blanks, whole or broken, as real tables; and their captions."""

from converter.parse.tables.captions import is_caption, is_figure, without_english
from converter.parse.tables.drawn import is_row
from converter.parse.tables.reader import (
    FoundTable,
    columns_of,
    read_columns,
    read_table,
    table_of,
)

__all__ = [
    "FoundTable",
    "columns_of",
    "is_caption",
    "is_figure",
    "is_row",
    "read_columns",
    "read_table",
    "table_of",
    "without_english",
]

"""Bytes to numbered lines: the first stage."""

from converter.source.read import Line, Source, read_bytes, read_file

__all__ = ["Line", "Source", "read_bytes", "read_file"]

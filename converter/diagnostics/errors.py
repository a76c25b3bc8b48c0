"""The family of errors that end a conversion, each with its exit code.

Raised only when no output is possible; everything else is a diagnostic.
Exit codes 64 and up follow the BSD ``sysexits`` convention.
"""

from __future__ import annotations


class FukanError(Exception):
    """An issue cannot be converted. ``str(error)`` tells the user what to do."""

    exit_code = 70


class UsageFaultError(FukanError):
    """The command was asked for something that makes no sense."""

    exit_code = 64


class InputError(FukanError):
    """The input cannot be read as text."""

    exit_code = 65


class EmptyInputError(InputError):
    """The input holds no text at all."""


class ModelFormatError(InputError):
    """A model JSON, a profile or a corrections file is not of its form."""


class MissingInputError(InputError):
    """The input file does not exist or may not be read."""

    exit_code = 66


class EnvironmentFaultError(FukanError):
    """A system library or a font that is needed is missing."""

    exit_code = 69


class OutputError(FukanError):
    """The result cannot be written where it should go."""

    exit_code = 73


class WorkerLostError(FukanError):
    """The process that worked on an issue died."""


class MemoryLimitError(FukanError):
    """An issue needs more memory than it may have."""

    exit_code = 71


class TimeLimitError(FukanError):
    """An issue takes longer than it may."""

    exit_code = 75

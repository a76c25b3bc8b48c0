"""What the program has to say about an issue: spans, severities, diagnostics, errors.

The lowest layer: every other module may import it, it imports none of them.
"""

from converter.diagnostics.core import Diagnostic, Rule, Severity, Span
from converter.diagnostics.errors import (
    EmptyInputError,
    EnvironmentFaultError,
    FukanError,
    InputError,
    MemoryLimitError,
    MissingInputError,
    ModelFormatError,
    OutputError,
    TimeLimitError,
    UsageFaultError,
    WorkerLostError,
)

__all__ = [
    "Diagnostic",
    "EmptyInputError",
    "EnvironmentFaultError",
    "FukanError",
    "InputError",
    "MemoryLimitError",
    "MissingInputError",
    "ModelFormatError",
    "OutputError",
    "Rule",
    "Severity",
    "Span",
    "TimeLimitError",
    "UsageFaultError",
    "WorkerLostError",
]

"""Many issues: find them, convert what is out of date in processes that may die, sum up."""

from converter.batch.discover import Discovery, Found, Refused, discover
from converter.batch.fingerprint import keys
from converter.batch.recipe import SOURCE_EDITION, Kind, Output, Recipe
from converter.batch.row import Row, Status
from converter.batch.run import Crew, Display, Limits, Summary, memory_share, processors, run
from converter.batch.signals import Word
from converter.batch.summary import summary_data, write_summary
from converter.batch.work import Job, convert
from converter.store import STATE, IssueState, Manifest, all_manifests

__all__ = [
    "SOURCE_EDITION",
    "STATE",
    "Crew",
    "Discovery",
    "Display",
    "Found",
    "IssueState",
    "Job",
    "Kind",
    "Limits",
    "Manifest",
    "Output",
    "Recipe",
    "Refused",
    "Row",
    "Status",
    "Summary",
    "Word",
    "all_manifests",
    "convert",
    "discover",
    "keys",
    "memory_share",
    "processors",
    "run",
    "summary_data",
    "write_summary",
]

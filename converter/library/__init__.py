"""An archive as a library: catalogues, a website with search, indexes, and series checks.

``holdings`` reads what was converted, ``shelves`` puts it in its places, ``issues``,
``overview`` and ``annual`` make the pages, ``opds``, ``linked``, ``export`` and ``cite`` the
forms for machines, ``search`` the full-text index, ``ledger`` remembers what was made,
``build`` is the order in which that happens. ``series`` checks the archive as a series.
"""

from converter.library.build import LibraryReport, build_library, check_archive
from converter.library.options import LibraryOptions
from converter.library.serve import make_server

__all__ = ["LibraryOptions", "LibraryReport", "build_library", "check_archive", "make_server"]

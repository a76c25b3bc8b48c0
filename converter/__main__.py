"""``python -m converter`` is ``fukan``."""

import sys

from converter.cli import main

sys.exit(main())

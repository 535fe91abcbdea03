"""What all tests share: a screen whose width each test says for itself.

Rich keeps the width that stands in ``COLUMNS`` when the console is made, and the workers of pytest-xdist set it to 80.
"""

from __future__ import annotations

import os

for _said in ("COLUMNS", "LINES"):
    os.environ.pop(_said, None)

"""Event data: takes files of ACLED, UCDP and GDELT, gives a ``Tempo`` for each of a mission's places.

It is shown beside the picture, and counts where a signal of the next room, ``assessment``, asks for it.
Files of tens of millions of rows become Parquet in one normal form (``loading``), which DuckDB is asked about (``asking``); what is
usual and what changed is worked out of the weekly counts alone (``series``, ``changepoints``). Datasets stand side by side and are
never added up. Needs the extra ``tempo``, whose libraries are imported where they are used.
"""

from missionwatch.tempo.asking import Archive
from missionwatch.tempo.loading import Loaded, load
from missionwatch.tempo.measuring import measure
from missionwatch.tempo.series import Against
from missionwatch.tempo.store import beside, there

__all__ = ["Against", "Archive", "Loaded", "beside", "load", "measure", "there"]

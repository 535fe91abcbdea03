"""An archive read on many workers: the same reading, spread over processes or machines by Dask; we write no scheduler.

An archive is cut into shards (``archives``), each worker reads a shard into a result (``shards``), and one process books the results
in the archive's order (``backfilling``), so that the book comes out the same however many workers there were.
"""

from missionwatch.cluster.archives import LAYOUTS, Archive, Columns, Layout, open_archive
from missionwatch.cluster.backfilling import Progress, backfill

__all__ = ["LAYOUTS", "Archive", "Columns", "Layout", "Progress", "backfill", "open_archive"]

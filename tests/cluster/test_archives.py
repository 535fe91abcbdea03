from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa
import pytest
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from missionwatch import theatre
from missionwatch.cluster import Columns, open_archive
from missionwatch.cluster.shards import Cost, Job, Result, pack, read_shard, unpack
from missionwatch.errors import ClusterError
from missionwatch.records import RawDocument

if TYPE_CHECKING:
    from pathlib import Path

MALI = theatre.load("mali")
NOW = datetime(2022, 9, 1, tzinfo=UTC)
SENTENCE = "France withdrew {n} soldiers from Mali on 14 February 2022. The ministry in Paris said so in a statement to the press."


def warc(path: Path, pages: int) -> Path:
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=path.suffix == ".gz")
        for n in range(pages):
            body = f"<html><head><title>Page {n}</title></head><body><article><h1>Page {n}</h1><p>{SENTENCE.format(n=100 + n)}</p></article></body></html>"
            headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
            said = {"WARC-Date": "2022-02-15T08:00:00Z"}
            url = f"https://www.rijksoverheid.nl/{n}" if n % 2 else f"https://www.news.example/{n}"
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(body.encode()), http_headers=headers, warc_headers_dict=said
                )
            )
            writer.write_record(
                writer.create_warc_record(
                    url, "request", payload=io.BytesIO(b""), http_headers=StatusAndHeaders("GET / HTTP/1.1", [])
                )
            )
        gone = StatusAndHeaders("404 Not Found", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                "https://news.example/gone", "response", payload=io.BytesIO(b"<p>gone</p>"), http_headers=gone
            )
        )
    return path


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the writer leaves a spooled file open
@pytest.mark.parametrize("name", ["news.warc.gz", "news.warc"])
def test_a_warc_file_is_cut_without_losing_or_doubling_a_page(tmp_path: Path, name: str) -> None:
    archive = open_archive(warc(tmp_path / name, 130), fetched=NOW)
    shards = list(archive.shards())
    found = [one for shard in shards for one in archive.documents(shard, MALI)]
    assert archive.layout == "warc"
    assert len(shards) == 3
    assert [shard.number for shard in shards] == [0, 1, 2]
    assert [one.url.rsplit("/", 1)[1] for one in found if isinstance(one, RawDocument)] == [str(n) for n in range(130)]
    assert {one.source for one in found if isinstance(one, RawDocument)} == {"rijksoverheid", "news.example"}
    assert found[0].fetched_at == datetime(2022, 2, 15, 8, tzinfo=UTC)  # type: ignore[union-attr]


def test_a_table_is_cut_by_rows_whatever_its_groups(tmp_path: Path) -> None:
    rows = {
        "body": [SENTENCE.format(n=n) for n in range(250)],
        "url": [f"https://a.example/{n}" for n in range(250)],
        "published": ["2022-02-15"] * 250,
    }
    parquet.write_table(pa.table(rows), tmp_path / "texts.parquet", row_group_size=120)
    archive = open_archive(tmp_path, fetched=NOW, columns=Columns(text="body"))
    shards = list(archive.shards())
    found = [one for shard in shards for one in archive.documents(shard, MALI) if isinstance(one, RawDocument)]
    assert [shard.count for shard in shards] == [100, 20, 100, 20, 10]
    assert [one.data.decode() for one in found] == rows["body"]
    assert {one.published.date().isoformat() for one in found if one.published} == {"2022-02-15"}


def test_a_table_without_texts_says_which_column_is_missing(tmp_path: Path) -> None:
    parquet.write_table(pa.table({"body": ["x"]}), tmp_path / "texts.parquet")
    archive = open_archive(tmp_path, fetched=NOW)
    with pytest.raises(ClusterError, match="--text"):
        list(archive.documents(next(archive.shards()), MALI))


def test_what_is_no_archive_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="there is no archive"):
        open_archive(tmp_path / "nowhere", fetched=NOW)
    with pytest.raises(ClusterError, match="holds no files"):
        open_archive(tmp_path, fetched=NOW)


def test_a_worker_gives_what_was_read_and_what_it_took(tmp_path: Path) -> None:
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(SENTENCE.format(n=10 + n), encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
    archive = open_archive(tmp_path, fetched=NOW, source="defensie")
    job = msgspec.msgpack.encode(Job(archive=archive, theatre=MALI, yardstick="icd203"))
    result = unpack(read_shard(job, msgspec.msgpack.encode(next(archive.shards()))))
    assert [one.name for one in result.prepared] == ["0.txt", "1.txt", "2.txt", "picture.png"]
    assert all(one.statements and one.report and one.report.source == "defensie" for one in result.prepared[:3])
    assert result.prepared[3].report is None
    assert result.prepared[3].refused
    assert result.cost.documents == 4
    assert result.cost.memory > 10_000_000
    assert isinstance(unpack(pack(result)), Result)


def test_bytes_that_are_no_result_are_refused() -> None:
    cost = Cost(seconds=0, processor=0, documents=0, characters=0, memory=0, worker=1)
    whole = pack(Result(shard=0, prepared=(), cost=cost))
    for data in (b"", b"nothing", whole[:-3], whole[3:]):
        with pytest.raises(ValueError, match=r".+"):
            unpack(data)

"""Files are written whole or not at all."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING

import pytest

from missionwatch.files import whole

if TYPE_CHECKING:
    from pathlib import Path


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_fault_leaves_what_was_there_and_no_draft(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    path.write_bytes(b"before")
    with pytest.raises(OSError, match="disk is full"):
        fill_the_disk(path)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def fill_the_disk(path: Path) -> None:
    with whole(path) as out:
        out.write(b"half of")
        raise OSError("the disk is full")


def test_a_new_file_has_the_rights_of_new_files_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    plain, new, old = tmp_path / "plain", tmp_path / "new", tmp_path / "old"
    plain.touch()
    old.touch()
    old.chmod(0o640)
    for path in (new, old):
        with whole(path) as out:
            out.write(b"after")
        assert path.read_bytes() == b"after"
    assert (rights(new), rights(old)) == (rights(plain), 0o640)

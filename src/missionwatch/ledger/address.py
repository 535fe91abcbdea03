"""Where a ledger is: a file, or a database of a PostgreSQL server. A password in an address is never shown."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from missionwatch.errors import LedgerAddressError

STATE = "MISSIONWATCH_STATE"
"""The environment's name for the folder in which lies what is kept beside ledgers that are no files."""
_SERVER = re.compile(r"postgres(ql)?(\+psycopg)?://")


@dataclass(frozen=True, slots=True)
class Address:
    """A ledger's address: ``file``, or ``server`` with what connects to it. As text it has no password."""

    text: str
    file: Path | None = None
    server: str | None = field(default=None, repr=False)

    @classmethod
    def of(cls, text: Address | Path | str) -> Address:
        """Return the address in a text: a path, ``sqlite:PATH`` or ``postgresql://USER@HOST/DATABASE``.

        Raises ``LedgerAddressError``.
        """
        if isinstance(text, Address):
            return text
        if isinstance(text, Path):
            return cls(str(text), file=text)
        if _SERVER.match(text):
            return cls._of_server(text)
        if re.match(r"[a-z][a-z0-9+]+://", text):
            raise LedgerAddressError(
                f"a ledger is a file or postgresql://USER@HOST/DATABASE, nothing at {text.split(':', 1)[0]}://"
            )
        path = text.removeprefix("sqlite:")
        if not path or "\0" in path:
            raise LedgerAddressError("the ledger has no name; write a path, or postgresql://USER@HOST/DATABASE")
        return cls(path, file=Path(path))

    @classmethod
    def _of_server(cls, text: str) -> Self:
        try:
            parts = urlsplit(_SERVER.sub("postgresql://", text, count=1))
            port, user = parts.port, unquote(parts.username or "")
        except ValueError:  # its text could quote the password
            raise LedgerAddressError(
                "the address of the server cannot be read; write postgresql://USER@HOST:PORT/DATABASE, with %40 and the like "
                "for signs that have a meaning there"
            ) from None
        asked = parse_qsl(parts.query, keep_blank_values=True)
        if any(key in ("password", "options") for key, _ in asked):
            raise LedgerAddressError(
                "a password or options are not given in an address's ?…; use a password file (PGPASSFILE)"
            )
        host = f"[{parts.hostname}]" if parts.hostname and ":" in parts.hostname else parts.hostname or ""
        shown = f"{quote(user)}@" * bool(user) + host + (f":{port}" if port else "")
        query = f"?{urlencode(asked)}" if asked else ""
        return cls(f"postgresql://{shown}{parts.path}{query}", server=text)

    def __str__(self) -> str:
        return self.text

    @property
    def place(self) -> Path:
        """Return the path beside which files lie that go with the ledger (``mali.db.known``, ``mali.collected``).

        Of a file that is the file itself. Of a server's database it is ``ledger.db`` in a folder of its own in ``$MISSIONWATCH_STATE``,
        else in the user's state folder (XDG); the folder is made.
        """
        if self.file is not None:
            return self.file
        parts = urlsplit(self.text)
        told = "-".join(
            re.sub(r"[^\w.]+", "_", part)
            for part in (parts.netloc.rpartition("@")[2] or "local", parts.path.strip("/"))
            if part
        )
        base = os.environ.get(STATE)
        home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
        folder = (Path(base) if base else Path(home) / "missionwatch") / told
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder / "ledger.db"

"""Every page asked with hostile words in every place: never a fault of ours, nothing of the inside shown, nothing done."""

from __future__ import annotations

import random
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from missionwatch.ledger import open_ledger
from missionwatch.people import open_people
from missionwatch.serving import Settings, make_app
from missionwatch.sources.addresses import AddressGuard
from tests.prove import killing
from tests.prove.figures import share
from tests.prove.test_faults import ENVIRONMENT
from tests.sources.conftest import Answer, Site, make_client
from tests.workbench import demo_ledger, demo_workplace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from missionwatch.sources.fetching import Client
    from tests.prove.figures import Figures

HOSTILE = (
    "' OR 1=1 --", "'; DROP TABLE booking;--", '" UNION SELECT payload FROM booking--', "1) OR (1=1", "%' OR '%'='", "NEAR(", '"', "a AND", "*", "col:x", "^a",
    "{{913*7919}}", "${913*7919}", "{% include 'base.html' %}", "{{request.app.state}}", "{{''.__class__.__mro__}}", "<%= 913*7919 %>", "#{913*7919}",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "javascript:alert(1)", "' onmouseover='alert(1)", "]]><svg onload=alert(1)>",
    "x\r\nSet-Cookie: stolen=1", "x\nLocation: https://evil.example", "%0d%0aSet-Cookie:stolen=1", "https://evil.example/", "//evil.example", "/\\evil.example",
    "../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "....//....//etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\win.ini", "\x00", "a\x00b", ".", "..",
    "-1", "0", "9" * 400, "1e999", "NaN", "0x10", "1;2", "true", "null", "[]", "{}", "a" * 8000, "\u202egpj.exe", "ﷺ" * 500, "\ufffe", "\U000e0001", "é" * 100, " ", "",
    "0000-00-00", "0001-01-01", "9999-12-31", "2022-02-30", "2022-02-08T25:00", "99999-01-01", "=cmd|' /C calc'!A0", "@SUM(1+1)", "+1", "\t=1",
)  # fmt: skip
INSIDE = re.compile(
    r"Traceback \(most recent|sqlite3\.|sqlalchemy|site-packages|/src/missionwatch|root:x:0|<Workplace|no such table|syntax error near|__mro__'|7230047"
)
EXECUTED = ("<script>alert(1)", "<img src=x onerror", "<svg onload", "' onmouseover='alert")


def routes(found: object) -> Iterator[Any]:
    """Yield every route under an application or a router that is included in it."""
    for one in getattr(found, "routes", ()):
        inside = getattr(one, "original_router", None)
        if inside is not None:
            yield from routes(inside)
        elif getattr(one, "path", None) is not None:
            yield one


def parameters() -> list[str]:
    """Return every parameter that our doors ask for by name."""
    found: set[str] = set()
    for path in (killing.ROOT / "src" / "missionwatch").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found.update(re.findall(r'(?:parameter\([\w.]+, |query_params\.get\(|alias=)"([a-z-]+)"', text))
    return sorted(
        found
        | {
            "since",
            "mission",
            "place",
            "predicate",
            "type",
            "language",
            "after",
            "cursor",
            "limit",
            "format",
            "kind",
            "from",
            "to",
        }
    )


def test_every_route_with_hostile_words(tmp_path: Path, figures: Figures) -> None:
    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    workplace = demo_workplace(place)
    app = make_app(workplace, Settings(hosts=("testserver",), requests_a_minute=10**9))
    with open_ledger(place) as book:
        report, statement, head = next(iter(book.reports())), book.statements()[0].id, book.head
    real = {
        "theatre": "mali",
        "report": report,
        "statement": statement,
        "claim": statement[:8],
        "path": "app.css",
        "mission": "takuba",
        "source": "wire",
    }
    asked: list[str] = []
    paths: set[str] = set()
    for route in routes(app):
        if "GET" not in (getattr(route, "methods", None) or {"GET"}) or route.path == "/mcp":
            continue  # assistants hold a stream open there, without parameters
        pattern = re.sub(r"{(\w+)(?::\w+)?}", r"{\1}", route.path) + ("/{path}" if route.path == "/static" else "")
        names = re.findall(r"{(\w+)}", pattern)
        paths.add(pattern)
        whole = {name: real.get(name, "x") for name in names}
        own = [q.alias for q in getattr(getattr(route, "dependant", None), "query_params", ())]
        for word in HOSTILE:
            quoted = urllib.parse.quote(word, safe="")
            asked += [pattern.format_map({**whole, name: quoted}) for name in names]
            asked += [f"{pattern.format_map(whole)}?{name}={quoted}" for name in {*parameters(), *own}]
            asked.append(f"{pattern.format_map(whole)}?{quoted}=x")
    chance = random.Random(5)  # noqa: S311 - the same addresses each time
    chance.shuffle(asked)
    most = share(12_000, 200)
    codes: dict[int, int] = {}
    with TestClient(app, raise_server_exceptions=False, follow_redirects=False) as client:
        for address in asked[:most]:
            answer = client.get(address)
            codes[answer.status_code] = codes.get(answer.status_code, 0) + 1
            assert answer.status_code < 500, f"{answer.status_code} {address}\n{answer.text[:500]}"
            found = INSIDE.search(answer.text)
            assert not found, f"{address} shows {found and found[0]}"
            assert "stolen" not in answer.headers.get("set-cookie", ""), address
            assert not re.match(r"(?:https?:)?[/\\]{2}(?!testserver)", answer.headers.get("location", "")), address
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert not [word for word in EXECUTED if word in answer.text], address
    assert workplace.ledger.head == head, "asking changed the book"
    workplace.ledger.verify()
    workplace.ledger.close()
    said = ", ".join(f"{count:,} × {code}" for code, count in sorted(codes.items()))
    figures.add(
        "doors",
        f"{min(most, len(asked)):,} of {len(asked):,} addresses: {len(HOSTILE)} hostile words in every place of {len(paths)} routes",
        f"{said}; no 5xx, nothing of the inside, nothing executed, the book unchanged",
    )


def test_requests_for_the_inside(figures: Figures) -> None:
    """Server-side request forgery through the collecting client: every form of a private address, by address, name and redirect."""
    private = (
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - to be refused
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
    )
    hosts: list[str] = []
    for one in private:
        a, b, c, d = map(int, one.split("."))
        whole = (a << 24) + (b << 16) + (c << 8) + d
        hosts += [
            one, str(whole), hex(whole), f"0{whole:o}", f"{a:#x}.{b:#x}.{c:#x}.{d:#x}", f"0{a:o}.0{b:o}.0{c:o}.0{d:o}", f"{a}.{(b << 16) + (c << 8) + d}",
            f"{a}.{b}.{(c << 8) + d}", f"[::ffff:{one}]", f"[::{one}]", f"[64:ff9b::{one}]", f"[2002:{a:02x}{b:02x}:{c:02x}{d:02x}::1]", f"{one}.", f"user@{one}", f"%{ord(one[0]):x}{one[1:]}",
            one.translate({ord(n): chr(0xFF10 + int(n)) for n in "0123456789"}),
        ]  # fmt: skip
    hosts += [
        "localhost",
        "LOCALHOST",
        "localhost.",
        "[::1]",
        "[::]",
        "[fe80::1]",
        "[fc00::1]",
        "[fd00:ec2::254]",
        "[0:0:0:0:0:0:0:1]",
        "[::1%25lo]",
        "metadata.google.internal",
    ]
    site = Site()
    site["/robots.txt"] = Answer("", kind="text/plain")
    tried = passed = 0
    inside = ("127.0.0.1", "::1")
    with (
        make_client(
            guard=AddressGuard(resolve=lambda host, _port: ["127.0.0.1"] if host[0].isalpha() else [host])
        ) as stranger,
        make_client(guard=AddressGuard(inside)) as friend,
    ):
        for host in hosts:
            for scheme in ("http", "https", "file", "gopher", "ftp", "dict"):
                tried += 1
                passed += _reaches(stranger, f"{scheme}://{host}/")
            site["/away"] = Answer("", 302, headers={"location": f"http://{host}/"})
            if not any(host.strip("[]").startswith(own) for own in ("127.", "::1", "0:0:0:0:0:0:0:1")):
                tried += 1
                passed += _reaches(friend, f"{site.url}/away") if host not in _loopback_forms() else 0
    site.close()
    assert passed == 0
    figures.add(
        "requests for the inside",
        f"{tried:,} addresses: {len(hosts)} forms × 6 schemes and by redirect",
        "none reached; all refused before a connection",
    )


def _loopback_forms() -> set[str]:
    """Return what may be reached by who allows this machine: the forms of its own address."""
    return {"localhost", "LOCALHOST", "localhost."}


def _reaches(client: Client, url: str) -> bool:
    from missionwatch.errors import SourceError  # noqa: PLC0415

    try:
        client.get(url, accept=(), robots=False)
    except SourceError:
        return False
    return True


PASSWORD, PROVIDER = "correct-horse-battery-9431", "oidc-secret-77c1f0aa"


def test_no_secret_is_in_any_log_or_store(tmp_path: Path, figures: Figures) -> None:
    place = tmp_path / "mali.db"
    shutil.copyfile(demo_ledger(), place)
    with open_ledger(place) as book, open_people(tmp_path / "mali.db.people", noting=book.note, create=True) as people:
        people.accounts.add("carla", by="carla", role="admin", clearance="red", password=PASSWORD)
        key = people.keys.new(people.accounts.named("carla").id, "night", ["read"], by="carla").secret
    settings = tmp_path / "oidc.toml"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings.write_text(
        f'issuer = "https://127.0.0.1:9"\nclient = "mw"\nredirect = "http://127.0.0.1:{port}/login/back"\n[roles]\nadmins = "admin"\n',
        encoding="utf-8",
    )
    base = f"http://127.0.0.1:{port}"
    with (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        server = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "missionwatch", "serve", "--ledger", str(place), "--port", str(port), "--no-browser", "--oidc", str(settings)], cwd=killing.ROOT,
            env={**ENVIRONMENT, "MISSIONWATCH_OIDC_SECRET": PROVIDER}, stdout=out, stderr=err,
        )  # fmt: skip
        try:
            cookies = urllib.request.HTTPCookieProcessor()
            opener = urllib.request.build_opener(cookies)
            _wait(opener, f"{base}/healthz", server, tmp_path / "err")
            page = _ask(opener, f"{base}/login")
            found = re.search(r'name="form-token" value="([0-9a-f]+)"', page)
            assert found, page[:300]
            for word in (PASSWORD + "x", PASSWORD):
                form = urllib.parse.urlencode(
                    {"name": "carla", "password": word, "next": "/mali", "form-token": found[1]}
                ).encode()
                _ask(opener, f"{base}/login", form, origin=base)
            _ask(opener, f"{base}/mali")
            session = [one.value or "" for one in cookies.cookiejar]
            for header in (f"Bearer {key}", f"Bearer {key}x", f"Basic {key}"):
                _ask(urllib.request.build_opener(), f"{base}/mali", authorization=header)
            for word in (PASSWORD, key, PROVIDER):
                _ask(opener, f"{base}/mali?known={word}")
                _ask(opener, f"{base}/{word}")
            _ask(opener, f"{base}/login/provider")
            _ask(opener, f"{base}/login/back?code={PROVIDER}&state=x")
        finally:
            server.terminate()
            server.wait(30)
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path != settings]
    secrets = [PASSWORD, key, PROVIDER, *(one for one in session if len(one) > 20)]
    assert len(secrets) > 3, "nobody came in"
    for path in files:
        held = path.read_bytes()
        assert not [secret[:6] for secret in secrets if secret.encode() in held], path.name
    lines = (tmp_path / "err").read_text(encoding="utf-8").count('"event"')
    figures.add(
        "secrets",
        f"`serve` with a password, a key, a session and a provider's secret; {lines} lines of log",
        f"in none of {len(files)} files: standard output, standard error, ledger, people, search",
    )


def _wait(opener: urllib.request.OpenerDirector, url: str, server: subprocess.Popen[bytes], said: Path) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        assert server.poll() is None, said.read_text(encoding="utf-8")
        try:
            opener.open(url, timeout=30).close()
        except OSError:
            time.sleep(0.3)
        else:
            return
    pytest.fail("the server did not start")


def _ask(opener: urllib.request.OpenerDirector, url: str, data: bytes | None = None, **headers: str) -> str:
    request = urllib.request.Request(url, data, {"accept": "text/html", **headers})  # noqa: S310 - our own server
    try:
        with opener.open(request, timeout=60) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as refused:
        if refused.code >= 500 and refused.code not in (502, 503):  # the provider is not there, on purpose
            pytest.fail(f"{url}: {refused.code}")
        return str(refused.read().decode())

"""People: who may come in, and what each may do. Names, passwords, sessions, keys and a provider's word in; ``Access`` out.

It keeps a store of its own beside the ledger and knows nothing of HTTP: the doors (``web``, ``api``, ``mcp``, ``cli``) call it.
What is changed is told to ``noting``, which a door passes on to the ledger's audit log.
"""

from missionwatch.people.guarding import Limiter, form_token, form_token_is_right
from missionwatch.people.keys import NewKey
from missionwatch.people.oidc import OidcClient
from missionwatch.people.oidc_settings import OidcSettings, load_oidc
from missionwatch.people.people import Entry, People, open_people
from missionwatch.people.rights import SCOPES, TABLE, need, permissions_of, scopes_for
from missionwatch.people.rules import Rules

__all__ = [
    "SCOPES", "TABLE", "Entry", "Limiter", "NewKey", "OidcClient", "OidcSettings", "People", "Rules", "form_token", "form_token_is_right",
    "load_oidc", "need", "open_people", "permissions_of", "scopes_for",
]  # fmt: skip

"""The REST API: what the command line shows, for programs, at ``/api/v1``.

An application of its own, mounted by ``serving``. ``routes`` are the operations: what a request names (``parameters``) goes to
the desk and to ``flow``, and the records come back as JSON (``answering``) or as a problem (``problems``). ``document`` is the
OpenAPI document, made from the same functions and types; ``manual`` shows it to people.
"""

from missionwatch.api.problems import problem
from missionwatch.api.site import PREFIX, make_api

__all__ = ["PREFIX", "make_api", "problem"]

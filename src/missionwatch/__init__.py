"""missionwatch: open sources in, a picture you can defend out.

The way through the program, in order: ``reports`` (raw document → clean report), ``reading`` (report →
statements), ``ledger`` (statements → book), ``picture`` (what held at T, as known at K), ``assessment``
(how worrying), ``briefing`` (words with footnotes). ``flow`` calls them in that order on one screen;
``cli`` is the door. ``records`` are the types that pass between them, ``register`` knows who is who.
"""

__version__ = "0.1.0"

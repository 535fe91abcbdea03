"""Who is to be warned of what: ``Picture``, ``Concern``s and the sources' health in, ``Alert``s out, each once.

``matters`` finds what holds now, ``deciding`` what of it is new and when it may be sent (both pure), ``wording`` says it,
``memory`` keeps what was sent, ``sending`` sends it. It comes after ``briefing``, whose words it uses.
"""

from missionwatch.alerts.deciding import Memory, decide, delivered, due, waits
from missionwatch.alerts.matters import Matter, matters
from missionwatch.alerts.memory import load, save
from missionwatch.alerts.sending import send
from missionwatch.alerts.wording import word

__all__ = ["Matter", "Memory", "decide", "delivered", "due", "load", "matters", "save", "send", "waits", "word"]

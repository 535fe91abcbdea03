"""Who is who: takes the names in a text, gives who they may mean. The next room is ``reading``, which decides.

The register is data (``data/``, one file per kind, names in Dutch, English and French) and says no more than the files
do: a name that two entries share gives both senses, a name nobody knows gives none.

>>> register = load()
>>> [hit.text for hit in register.gazetteer("nl").find("Deense militairen verlaten Taakgroep Takuba")]
['Deense', 'militairen', 'Taakgroep Takuba']
>>> register.name("state:DK", "nl")
'Denemarken'
"""

from missionwatch.register.countries import countries, three_letters
from missionwatch.register.entries import Entry, Group, Mission, Organisation, Place, State
from missionwatch.register.gazetteer import Gazetteer, Hit, Sense
from missionwatch.register.loading import Register, load

__all__ = [
    "Entry", "Gazetteer", "Group", "Hit", "Mission", "Organisation", "Place", "Register", "Sense", "State", "countries", "load",
    "three_letters",
]  # fmt: skip

"""Stories: takes the reports, gives which of them tell of one development, across languages.

``features`` says what of a report counts, ``deciding`` decides from that alone, ``nearest`` finds candidates, ``telling`` puts
one report after another into its story, ``kept`` keeps vectors beside the ledger.
"""

from missionwatch.reports.stories.features import Embedding, Features, SentenceEmbedding, features, named, opening
from missionwatch.reports.stories.kept import KeptVectors
from missionwatch.reports.stories.of_reports import stories_of
from missionwatch.reports.stories.telling import Telling

__all__ = [
    "Embedding",
    "Features",
    "KeptVectors",
    "SentenceEmbedding",
    "Telling",
    "features",
    "named",
    "opening",
    "stories_of",
]

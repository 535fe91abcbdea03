"""The ``llm`` reader: a language model points at words, and the program checks and reads them.

pieces (what fits in one question) → prompt (the question) → asking (endpoint, budget) and cache → checking (does it stand in
the text? whom does it name?) → statements. The model gives words of the report and codes from closed lists, nothing else:
names are resolved by the register, numbers and times by the language pack. Needs the extra ``llm``.
"""

from missionwatch.reading.llm.reader import LlmReader
from missionwatch.reading.llm.settings import LlmSettings

__all__ = ["LlmReader", "LlmSettings"]

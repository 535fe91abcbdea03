"""Base forms of words as the dictionaries of simplemma know them: one look-up for who reads and who searches."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer


@cache
def lemmatizer() -> Lemmatizer:
    """Return the process's lemmatizer.

    Its dictionaries are tries kept in the user's cache folder: the first word of a language ever asked for builds the
    language's (under a second), every later process has it at once. Where the folder cannot be written, each builds its own.
    """
    from simplemma import Lemmatizer  # noqa: PLC0415 - only who reads or searches waits for it
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory  # noqa: PLC0415

    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=TrieDictionaryFactory()))


__all__ = ["lemmatizer"]

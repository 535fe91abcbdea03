"""Base forms of words as the dictionaries of simplemma know them: one look-up for who reads and who searches."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simplemma import Lemmatizer


@cache
def lemmatizer() -> Lemmatizer:
    """Return the process's lemmatizer.

    Its dictionaries are tries kept in the user's cache folder: the first word of a language ever asked for builds the
    language's (under a second), every later process has it at once. Where nothing can be kept each process unpacks its own.
    """
    from platformdirs import user_cache_path  # noqa: PLC0415 - only who reads or searches waits for these
    from simplemma import Lemmatizer, __version__  # noqa: PLC0415
    from simplemma.strategies import DefaultStrategy  # noqa: PLC0415
    from simplemma.strategies.dictionaries.trie_dictionary_factory import TrieDictionaryFactory  # noqa: PLC0415

    folder = user_cache_path("missionwatch") / "lemmas" / __version__
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Lemmatizer()
    if not (os.access(folder, os.W_OK) or any(folder.iterdir())):
        return Lemmatizer()
    factory = TrieDictionaryFactory(disk_cache_dir=str(folder))
    return Lemmatizer(lemmatization_strategy=DefaultStrategy(dictionary_factory=factory))


__all__ = ["lemmatizer"]

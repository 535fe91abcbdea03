"""The whole way: document → report → statements → ledger → picture → concerns → briefing.

``intake`` brings reports in and books what they state, ``collecting`` what comes from outside by itself; ``seeing`` shows the book as
of any day, as known at any moment, and ``listing`` line by line; ``searching`` finds in it; ``judging`` says how worrying it is and who
is to be warned; ``telling`` puts it in words. ``examining`` holds reading beside gold. They have no logic of their own: they call the
rooms in order, and the doors (``cli``, ``watch``, ``api``) call them.

What there is stands in ``__init__.pyi``; a part is loaded when it is first asked for, so that a command waits for its own rooms alone.
"""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)

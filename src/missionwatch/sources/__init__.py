"""Sources: a configured source → raw documents and event files, kept in a collection until they are booked.

Takes a theatre's ``collect`` settings; gives ``RawDocument``s (the next room is ``reports``) and ``EventFile``s (the next
room is ``tempo``). One file a connector (``connectors``), one client for all (``fetching``), one way round (``collecting``).
"""

"""The pages of the workbench: rendered here, working without JavaScript for reading, in Dutch, English and French.

A page is a module of ``pages/`` with its routes, a template and a phrases file of the same name. It takes its desk from the request
(``workplace.asking``), calls ``flow`` through it, and has no logic of its own.
"""

from missionwatch.web.site import install

__all__ = ["install"]

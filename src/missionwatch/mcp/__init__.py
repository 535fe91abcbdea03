"""The MCP server: the book for assistants that speak the Model Context Protocol. Every answer bears its citations.

It reads; it writes only where whoever starts it allows that. Quotes in its answers are words of reports: data, never instructions.
"""

from missionwatch.mcp.server import make_server

__all__ = ["make_server"]

"""What a site answers that plays the interfaces of sources by their documentation."""

from __future__ import annotations

from typing import Any

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Defensie</title><language>nl-nl</language><link>{url}</link>
<item><title>Uitzending naar Mali verlengd</title><link>{url}/nieuws/mali</link><guid>n-2</guid>
  <description>&lt;p&gt;Kort.&lt;/p&gt;</description><pubDate>Thu, 17 Feb 2022 00:30:00 +0100</pubDate></item>
<item><title>Oefening in Noorwegen</title><link>/nieuws/noorwegen</link><guid>n-1</guid>
  <description>Winter.</description><pubDate>Wed, 16 Feb 2022 10:00:00 +0100</pubDate></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Élysée</title><updated>2022-02-17T11:00:00Z</updated>
<entry><id>urn:x:1</id><title>Retrait du Mali</title><link href="{url}/fr/retrait"/><published>2022-02-17T10:00:00+01:00</published>
<updated>2022-02-17T11:00:00+01:00</updated><content type="html">&lt;p&gt;Le texte entier.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
</feed>"""


def page(title: str, text: str = "De missie in Mali wordt verlengd.") -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"


def reasons(visited: Any) -> str:
    return " | ".join(fault.reason for fault in visited.faults)


GUID = "11111111-2222-3333-4444-{:012d}"


def paper(number: int, *, changed: str, subject: str = "Inzet in Mali", **more: Any) -> dict[str, Any]:
    return {
        "Id": GUID.format(number), "Soort": "Brief regering", "DocumentNummer": f"2022D0{number}", "Titel": "Brief", "Onderwerp": subject,
        "Datum": "2022-02-16T00:00:00Z", "ContentType": "application/pdf", "GewijzigdOp": changed, "HuidigeDocumentVersie_Id": GUID.format(900 + number),
    } | more  # fmt: skip


SRU = """<?xml version="1.0" encoding="UTF-8"?>
<sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"><sru:version>2.0</sru:version>
<sru:numberOfRecords>{total}</sru:numberOfRecords><sru:records>{records}</sru:records></sru:searchRetrieveResponse>"""

RECORD = """<sru:record><sru:recordSchema>http://standaarden.overheid.nl/sru</sru:recordSchema><sru:recordData>
<gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:o="http://standaarden.overheid.nl/wetgeving/">
<gzd:originalData><o:meta><o:owmskern><dcterms:identifier>kst-{n}</dcterms:identifier><dcterms:title>Brief {n}</dcterms:title>
<dcterms:language>nl</dcterms:language><dcterms:creator>Ministerie van Defensie</dcterms:creator><dcterms:modified>2022-02-17</dcterms:modified></o:owmskern>
<o:owmsmantel><dcterms:date>2022-02-16</dcterms:date><dcterms:issued>2022-02-15</dcterms:issued></o:owmsmantel></o:meta></gzd:originalData>
<gzd:enrichedData><gzd:url>{url}/frbr/kst-{n}.xml</gzd:url><gzd:preferredUrl>{url}/zoek/kst-{n}.html</gzd:preferredUrl>
<gzd:itemUrl manifestation="pdf">{url}/frbr/kst-{n}.pdf</gzd:itemUrl><gzd:itemUrl manifestation="html">{url}/frbr/kst-{n}.html</gzd:itemUrl>
</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>"""

ACLED_ACCOUNT = {"MISSIONWATCH_ACLED_EMAIL": "desk@example.org", "MISSIONWATCH_ACLED_PASSWORD": "p&w"}

UCDP_TOKEN = {"MISSIONWATCH_UCDP_TOKEN": "t0ken"}

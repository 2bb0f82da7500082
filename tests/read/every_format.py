"""One article in every format: how each file is made, and which of its fields the format can hold."""

import csv
import gzip
import io
import json
import zipfile
from datetime import datetime
from html import escape

TITLE = "Harbour council approves “Café Quay” ferry pier"
PARAGRAPHS = (
    "The harbour council on Tuesday approved a €2 million pier for the new ferry line, ending two years of dispute "
    "between fishermen and hotel owners over the old customs quay.",
    "“We will open it in April,” said Ana Müller, the council’s chair, adding that 1,200 passengers a day were "
    "expected to use the line in its first summer.",
    "The vote was nine to four. Builders are to start on September 5, and the council said that the work would not "
    "close the fish market, which has stood on the quay since 1921.",
)
TEXT = "\n".join(PARAGRAPHS)
PUBLISHED, MODIFIED = "2025-05-21T09:30:00+07:00", "2025-05-21T11:00:00+07:00"
URL = "https://example.org/harbour/pier"
FIELDS = {
    "title": TITLE,
    "source": "Harbour Post",
    "authors": ["Jane Doe"],
    "published": PUBLISHED,
    "modified": MODIFIED,
    "url": URL,
    "language": "en",
}
BODY = "".join(f"<p>{escape(p, quote=False)}</p>" for p in PARAGRAPHS)
WIRE_BODY = BODY.replace("€", "&#8364;")


def html() -> bytes:
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": PUBLISHED,
        "dateModified": MODIFIED,
        "author": [{"@type": "Person", "name": "Jane Doe"}],
        "publisher": {"@type": "Organization", "name": "Harbour Post"},
    }
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Harbour Post</title>
<link rel="canonical" href="{URL}"><meta property="og:site_name" content="Harbour Post">
<script type="application/ld+json">{json.dumps(linked)}</script></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/more">More stories from the region</a></nav>
<main><article><h1>{TITLE}</h1>{BODY}</article></main>
<footer>Copyright Harbour Post. Subscribe to our newsletter.</footer></body></html>""".encode()


def markdown() -> bytes:
    matter = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in FIELDS.items())
    return f"---\n{matter}\n---\n\n# {TITLE}\n\n{TEXT.replace('Tuesday', '**Tuesday**')}\n".replace(
        "\n", "\r\n"
    ).encode()


def plain() -> bytes:
    return f"{TITLE}\nBy Jane Doe\n{TEXT}\n".encode("utf-16")


def docx() -> bytes:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    tracked = escape(PARAGRAPHS[0], quote=False).replace(
        "€2 million",
        "</w:t></w:r><w:del><w:r><w:delText>€3 million</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>€2 million</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'>",
    )
    body = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{p}</w:t></w:r></w:p>"
        for p in (tracked, *(escape(p, quote=False) for p in PARAGRAPHS[1:]))
    )
    title = f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>"
    core = f"""<c:coreProperties xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="urn:t">
<dc:title>{TITLE}</dc:title><dc:creator>Jane Doe</dc:creator><dc:publisher>Harbour Post</dc:publisher>
<dc:identifier>{URL}</dc:identifier><dc:language>en</dc:language><t:created>{PUBLISHED}</t:created>
<t:modified>{MODIFIED}</t:modified></c:coreProperties>"""
    return zipped(
        {
            "word/document.xml": f"<w:document {ns}><w:body>{title}{body}</w:body></w:document>",
            "docProps/core.xml": core,
        }
    )


def zipped(members: dict[str, str | bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def mail() -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["Subject"], message["From"] = TITLE, "Jane Doe <jane@example.org>"
    message["Organization"], message["Date"] = "Harbour Post", "Wed, 21 May 2025 09:30:00 +0700"
    message["Archived-At"] = f"<{URL}>"
    message.set_content(TEXT + "\n", cte="quoted-printable")
    message.add_alternative(f"<html><body>{BODY}</body></html>", subtype="html")
    message["Content-Language"] = "en"
    return message.as_bytes()


def table() -> bytes:
    out = io.StringIO()
    rows = csv.DictWriter(out, ["body", *FIELDS], delimiter=";")
    rows.writeheader()
    rows.writerow({"body": TEXT, **FIELDS, "authors": "Jane Doe"})
    return out.getvalue().encode("utf-8-sig")


def ninjs() -> bytes:
    fields = {
        "uri": "urn:harbour:1",
        "headline": TITLE,
        "body_xhtml": BODY,
        "byline": "By Jane Doe",
        "infosource": [{"name": "Harbour Post"}],
        "firstcreated": PUBLISHED,
        "versioncreated": MODIFIED,
        "url": URL,
        "language": "en",
    }
    return json.dumps(fields).encode()


def nitf() -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf xml:lang="en"><head><title>x</title><docdata><date.issue norm="20250521T093000+0700"/></docdata>
<pubdata name="Harbour Post" ex-ref="{URL}"/><revision-history norm="20250521T110000+0700"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline>By <person>Jane Doe</person></byline></body.head>
<body.content><media><media-caption><p>A picture.</p></media-caption></media>{WIRE_BODY}</body.content></body>
</nitf>""".encode()


def newsml() -> bytes:
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:1">
<itemMeta><provider literal="x"/><versionCreated>{MODIFIED}</versionCreated><link href="{URL}"/></itemMeta>
<contentMeta><contentCreated>{PUBLISHED}</contentCreated><creator><name>Jane Doe</name></creator>
<infoSource><name>Harbour Post</name></infoSource><language tag="en"/><headline>{TITLE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>x</title></head><body>{WIRE_BODY}</body></html></inlineXML></contentSet></newsItem>""".encode()


def rss() -> bytes:
    return f"""<rss version="2.0" xmlns:content="urn:content" xmlns:dc="urn:dc" xmlns:atom="urn:atom"><channel>
<title>Harbour Post</title><language>en</language><item><title>{TITLE}</title><link>{URL}</link>
<dc:creator>Jane Doe</dc:creator>
<pubDate>Wed, 21 May 2025 09:30:00 +0700</pubDate><atom:updated>{MODIFIED}</atom:updated>
<description>Short.</description><content:encoded><![CDATA[{BODY}]]></content:encoded></item></channel></rss>""".encode()


def atom() -> bytes:
    return f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Post</title><entry><id>urn:1</id>
<title>{TITLE}</title><link rel="self" href="urn:x"/><link href="{URL}"/><author><name>Jane Doe</name></author>
<published>{PUBLISHED}</published><updated>{MODIFIED}</updated>
<content type="html">{escape(BODY)}</content></entry></feed>""".encode()


def feed() -> bytes:
    item = {
        "id": "1",
        "title": TITLE,
        "content_html": BODY,
        "url": URL,
        "date_published": PUBLISHED,
        "date_modified": MODIFIED,
        "authors": [{"name": "Jane Doe"}],
    }
    outer = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "language": "en", "items": [item]}
    return json.dumps(outer).encode()


def warc() -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record(URL, "response", payload=io.BytesIO(html()), http_headers=headers))
    return out.getvalue()


def parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet as pq

    out = io.BytesIO()
    moments = {name: datetime.fromisoformat(FIELDS[name]) for name in ("published", "modified")}
    pq.write_table(pyarrow.Table.from_pylist([{**FIELDS, **moments, "content": TEXT}]), out)
    return out.getvalue()


def pdf() -> bytes:
    """A page of Helvetica in WinAnsi, its lines broken as a newspaper breaks them."""
    import textwrap

    lines = [TITLE, *(line for p in PARAGRAPHS for line in textwrap.wrap(p, 92))]
    shown = b"".join(
        b"(" + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*\n"
        for line in lines
    )
    stream = b"BT /F1 9 Tf 14 TL 40 780 Td\n" + shown + b"ET"
    title = b"<" + ("\ufeff" + TITLE).encode("utf-16-be").hex().encode() + b">"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length " + str(len(stream)).encode() + b">>stream\n" + stream + b"\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Title "
        + title
        + b"/Author(Jane Doe)/CreationDate(D:20250521093000+07'00')/ModDate(D:20250521110000+07'00')>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += str(number).encode() + b" 0 obj" + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = str(len(out)).encode()
    size = str(len(objects) + 1).encode()
    return (
        out + b"xref\n0 " + size + b"\n0000000000 65535 f \n" + table + b"trailer<</Size " + size
        + b"/Root 1 0 R/Info 6 0 R>>\nstartxref\n" + start + b"\n%%EOF"
    )  # fmt: skip


ALL = set(FIELDS)
CASES = {
    "report.txt": (plain, {"title", "authors"}),
    "report.md": (markdown, ALL),
    "report.html": (html, ALL),
    "report.docx": (docx, ALL),
    "report.eml": (mail, ALL - {"modified"}),
    "report.json": (lambda: json.dumps({**FIELDS, "body": TEXT}).encode(), ALL),
    "report.jsonl": (lambda: json.dumps({**FIELDS, "text": TEXT}).encode(), ALL),
    "report.csv": (table, ALL),
    "report.ninjs": (ninjs, ALL),
    "feed.json": (feed, ALL),
    "report.nitf": (nitf, ALL),
    "report.xml": (newsml, ALL),
    "feed.rss": (rss, ALL),
    "feed.atom": (atom, ALL),
    "report.zip": (lambda: zipped({"2025/report.html": html(), "__MACOSX/._report.html": b"\x00"}), ALL),
    "report.md.gz": (lambda: gzip.compress(markdown()), ALL),
    "report.pdf": (pdf, ALL - {"source", "url", "language"}),
    "report.warc.gz": (warc, ALL),
    "report.parquet": (parquet, ALL),
}

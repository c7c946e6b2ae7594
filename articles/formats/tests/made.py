"""Files made for the tests: documents, archives, letters, with invented words."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from articles import formats
from articles.extraction import Page
from articles.extraction.tests.webpage import HEADLINE, PARAGRAPHS

__all__ = ["HEADLINE", "PARAGRAPHS", "docx", "kept", "letter", "one", "pdf", "refusal", "zipped"]

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/\
content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.\
relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.\
openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/\
2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/\
2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""


def one(source: bytes | str, name: str = "") -> Page:
    """The page of a file that holds one article."""
    content = source.encode() if isinstance(source, str) else source
    (reading,) = formats.read_all(content, file_name=name)
    assert reading.page, reading.refusal
    return reading.page


def refusal(source: bytes | str, name: str = "") -> str:
    """The sentence with which a whole file is refused."""
    content = source.encode() if isinstance(source, str) else source
    (reading,) = formats.read_all(content, file_name=name)
    assert reading.page is None
    return reading.refusal


def kept(page: Page) -> tuple[str, ...]:
    return tuple(line.text for line in page.lines if line.kept)


def zipped(files: Mapping[str, bytes | str], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def run(text: str, tag: str = "t") -> str:
    """A run of a Word document; tag "delText" for words that were struck out."""
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def docx(
    *paragraphs: str, title: str = "", core: str = "", before: str = "", **parts: str
) -> bytes:
    """A Word document; a paragraph that starts with "<w:" is put in as it is."""
    written = [text if text.startswith("<w:") else f"<w:p>{run(text)}</w:p>" for text in paragraphs]
    if title:
        style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>'
        written.insert(0, f"<w:p>{style}{run(title)}</w:p>")
    body = f'<w:document xmlns:w="{_WORD}"><w:body>{"".join(written)}</w:body></w:document>'
    styles = (
        f'<w:styles xmlns:w="{_WORD}"><w:style w:type="paragraph" w:styleId="Heading1">'
        '<w:name w:val="heading 1"/></w:style></w:styles>'
    )
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>{before}{body}',
        "word/styles.xml": styles,
        "word/_rels/document.xml.rels": RELATIONS.replace('officeDocument"', 'styles"').replace(
            "word/document.xml", "styles.xml"
        ),
        **({"docProps/core.xml": core} if core else {}),
        **parts,
    }
    return zipped(files)


Placed = tuple[float, float, float, str]  # x, y, size, text


def pdf(pages: Iterable[Sequence[Placed]], *, title: str = "") -> bytes:
    """A PDF with one line of text at each place, in points from the lower left."""
    streams = ["\n".join(map(_shown, page)).encode("cp1252") for page in pages]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
    ]
    for at, stream in enumerate(streams):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources"
            b" << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % (5 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    objects.append(f"<< /Title ({title}) >>".encode())
    return _file_of(objects)


def _shown(placed: Placed) -> str:
    x, y, size, text = placed
    bare = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({bare}) Tj ET"


def _file_of(objects: Sequence[bytes]) -> bytes:
    out = BytesIO(b"%PDF-1.4\n")
    out.seek(0, 2)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % place for place in places)
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(objects), start)
    )
    return out.getvalue()


def letter(body: str = "", *, headers: str = "", kind: str = "plain") -> bytes:
    """A letter of one part, in UTF-8."""
    head = (
        "From: Ada Quell <ada@ledger.example>\r\nTo: desk@factdesk.example\r\n"
        "Subject: Fwd: Ferry sits on a sandbank\r\nDate: Thu, 19 Nov 2026 06:10:00 +0100\r\n"
        f"MIME-Version: 1.0\r\n{headers}"
    )
    kind_line = f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n"
    words = body or "\r\n\r\n".join(PARAGRAPHS)
    return f"{head}{kind_line}\r\n{words}\r\n".encode()

"""Files that break readers: each is told by name with a reason, and the run goes on within a memory bound."""

import gzip
import io
import json
import os
import sys
import tracemalloc
import zipfile
import zlib

import pytest

from compare import Config, ReadConfig, ReadError, load_articles
from compare.read.folder import read_folder

GOOD = "The council met on Tuesday. It voted for the pier."
LIMITS = Config(read=ReadConfig(max_bytes=8_000_000, max_page_bytes=2_000_000, max_members=500))
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))


def zipped(members, kind=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", kind) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


def nested_zip(depth):
    content = zipped([("a.txt", GOOD)])
    for _ in range(depth):
        content = zipped([("inner.zip", content)])
    return content


def locked_zip():
    """An archive whose only member says that it is encrypted."""
    content = bytearray(zipped([("a.txt", GOOD)]))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + at] |= 1
    return bytes(content)


def overlapping_zip():
    """Many names for one member, as a non-recursive zip bomb has them."""
    return zipped([(f"{i}.txt", "0" * 900_000) for i in range(40)])


def damaged_zip():
    """An archive with wrong bytes inside a member."""
    content = bytearray(zipped([("a.txt", os.urandom(5_000))], zipfile.ZIP_STORED))
    content[2_000:2_010] = bytes(10)
    return bytes(content)


def deep(opening, closing, times):
    return (opening * times + GOOD + closing * times).encode()


HOSTILE = {
    # archives
    "bomb.zip": zipped([("a.txt", b"0" * 7_900_000)]),
    "bomb.txt.gz": gzip.compress(b"0" * 7_900_000),
    "too-large.txt.gz": gzip.compress(os.urandom(1000) * 9_000),
    "members.zip": zipped([(f"{i}.txt", "x") for i in range(501)], zipfile.ZIP_STORED),
    "total.zip": overlapping_zip(),
    "nested.zip": nested_zip(6),
    "traversal.zip": zipped([("../../etc/passwd.txt", GOOD)]),
    "absolute.zip": zipped([("/etc/passwd.txt", GOOD)]),
    "drive.zip": zipped([("C:\\windows\\a.txt", GOOD)]),
    "locked.zip": locked_zip(),
    "broken.zip": zipped([("a.txt", GOOD)])[:-30],
    "damaged.zip": damaged_zip(),
    "not-a.zip": b"this is no archive",
    "empty.zip": zipped([]),
    "cut.txt.gz": gzip.compress(GOOD.encode())[:-9],
    "not-a.gz": b"\x1f\x8bnot gzip at all",
    "unknown.zip": zipped([("a.exe", b"MZ\x00\x01")]),
    # XML
    "laughs.xml": f"<!DOCTYPE nitf [<!ENTITY l0 'ha'>{LAUGHS}]><nitf>&l11;</nitf>".encode(),
    "entity.xml": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>&x;</item></channel></rss>',
    "undefined.rss": b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd"><rss><channel><item><title>&x;</title></item>',
    "tags.xml": b"<rss>" + b"<a/>" * 700_000 + b"</rss>",
    "deep.xml": deep("<p>", "</p>", 10_000),
    "cut.xml": b"<nitf><head><title>Cut",
    "unknown.xml": b"<invoice><total>5</total></invoice>",
    "utf7.xml": b"<?xml version='1.0' encoding='nonsense-9'?><nitf/>",
    "no-text.rss": b"<rss><channel><title>T</title><item><title>Only a title</title></item></channel></rss>",
    # HTML
    "large.html": b"<html><body><p>" + b"word " * 500_000,
    "deep.html": deep("<div>", "</div>", 10_000),
    "empty.html": b"<html><head><title>Nothing</title></head><body></body></html>",
    "tags.html": b"<html><body>" + b'<a href="/x">a link</a>' * 70_000,
    "open-tags.html": b"<meta <link " * 60_000,
    "scripts.html": b'<script type="application/ld+json">' * 50_000,
    # Word, mail, PDF
    "headers.eml": b"Subject: x\n" + b"X-A: b\n" * 20_000 + b"\nbody",
    "parts.eml": b'Subject: x\nContent-Type: multipart/mixed; boundary="a"\n\n' + b"--a\n\nx\n" * 20_000,
    "broken.docx": b"PK\x03\x04 not really",
    "other.docx": zipped([("mimetype", "application/epub+zip")]),
    "laughs.docx": zipped([("word/document.xml", f"<!DOCTYPE w [<!ENTITY l0 'ha'>{LAUGHS}]><w>&l11;</w>")]),
    "bomb.docx": zipped([("word/document.xml", f"<w:document {W}>" + " " * 7_000_000 + "</w:document>")]),
    "deep.docx": zipped(
        [("word/document.xml", f"<w:document {W}>" + "<w:r>" * 9_000 + "</w:r>" * 9_000 + "</w:document>")]
    ),
    "broken.eml": b"\n\nno headers",
    "attachment.eml": b"Subject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAECAw==\n",
    "broken.pdf": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>",
    "not-a.pdf": b"plain words",
    # JSON and tables
    "deep.json": b"[" * 100_000,
    "lists.json": b"[" + b"[]," * 2_100_000 + b"1]",
    "strange.json": b"[1, 2, 3]",
    "cut.json": b'{"text": "The council',
    "number.json": b"5",
    "no-text.json": b'{"headline": "Only this"}',
    "lines.jsonl": b'[1]\n{"text": 5 5}\n"a"\n{}\n',
    "deep.jsonl": b"[" * 100_000,
    "no-text.csv": b"headline;date\nOnly this;2025-01-01\n",
    "huge-field.csv": b'text\n"' + b"x" * 8_100_000,
    "broken.parquet": b"PAR1" + b"\x00" * 64 + b"PAR1",
    "broken.warc": b"WARC/9.9 nonsense\r\n\r\n",
    # text
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "marks.txt": "— … —\n".encode(),
    "binary.txt": bytes(range(256)) * 40,
    "nuls.txt": b"\x00" * 5_000,
    "image.txt": b"\x89PNG\r\n\x1a\n" + zlib.compress(b"pixels" * 999),
    "front.md": b"---\na: [1, 2\n---\nText.",
    "bomb.md": b"---\na: &a [x,x]\nb: &b [*a,*a]\nc: !!python/object:os.system {}\n---\nText.",
    "brackets.md": b"[![" * 100_000,
    "program.exe": b"MZ\x90\x00",
}

TOLERATED = {
    "null.txt": (b"The coun\x00cil met on Tues\x07day.", "The council met on Tuesday."),
    "surrogate.json": (b'{"text": "The \\ud83d council met."}', "The \ufffd council met."),
    "pair.json": (b'{"text": "The \\ud83d\\ude00 council met."}', "The \U0001f600 council met."),
    "external.nitf": (
        b'<!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/x.dtd">'
        b"<nitf><body><body.content><p>The council.</p></body.content></body></nitf>",
        "The council.",
    ),
    "inline.html": (
        b"<p>The council met on Tuesday and voted for the pier.</p>" * 1,
        "The council met on Tuesday and voted for the pier.",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_told_with_its_reason(name, tmp_path):
    (tmp_path / name).write_bytes(HOSTILE[name])
    folder = read_folder(tmp_path, LIMITS)
    assert folder.unread, folder.articles
    assert all(one.path.startswith(str(tmp_path / name).removesuffix(".gz")) and one.reason for one in folder.unread)
    assert "Traceback" not in str(folder.unread)
    if not folder.articles:
        with pytest.raises(ReadError, match=r"\w: \w"):
            load_articles(tmp_path / name, LIMITS)


@pytest.mark.parametrize("name", TOLERATED)
def test_a_strange_file_is_read_all_the_same(name, tmp_path):
    content, text = TOLERATED[name]
    (tmp_path / name).write_bytes(content)
    (article,) = load_articles(tmp_path / name)
    assert article.text == text


def test_the_good_files_among_the_hostile_ones_are_read_within_a_memory_bound(tmp_path):
    for name, content in HOSTILE.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text(GOOD)
    load_articles(tmp_path / "good.txt", LIMITS)
    tracemalloc.start()
    folder = read_folder(tmp_path, LIMITS)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [a.text for a in folder.articles if a.id == "good"] == [GOOD]
    assert {one.path.split("/")[-1] for one in folder.unread} >= {
        "broken.pdf",
        "laughs.xml",
        "empty.txt",
        "program.exe",
    }
    assert peak < 12 * LIMITS.read.max_bytes


def test_a_bad_line_is_told_by_number_and_the_others_are_read(tmp_path):
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": GOOD}) + "\n{oops\n" + json.dumps({"text": GOOD}) + "\n")
    folder = read_folder(tmp_path / "a.jsonl", Config())
    assert [article.id for article in folder.articles] == ["a#1", "a#2"]
    assert [(one.line, "not JSON" in one.reason) for one in folder.unread] == [(2, True)]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX files")
def test_links_pipes_locked_and_oddly_named_files_do_not_stop_the_walk(tmp_path):
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "also.txt").symlink_to(tmp_path / "good.txt")
    (tmp_path / ".hidden.txt").write_text(GOOD)
    os.mkfifo(tmp_path / "pipe.txt")
    with open(os.fsencode(tmp_path) + b"/n\xe9.txt", "w") as odd:  # noqa: PTH123  # a name that is not UTF-8
        odd.write(GOOD)
    locked = tmp_path / "locked.txt"
    locked.write_text(GOOD)
    locked.chmod(0)
    folder = read_folder(tmp_path, Config())
    ids = {article.id for article in folder.articles}
    assert {"good", "also", "n\\xe9"} <= ids
    assert ids <= {"good", "also", "n\\xe9", "locked"}  # root may read what is locked
    reasons = {one.path.split("/")[-1]: one.reason for one in folder.unread}
    assert reasons["gone.txt"] == "a link to nothing"
    assert "not a regular file" in reasons["pipe.txt"]
    assert "self.txt" in reasons
    assert "link back" in reasons["loop"]
    assert any(".hidden.txt" in note for note in folder.notes)
    json.dumps([article.path for article in folder.articles]).encode()


def test_a_file_that_vanishes_between_listing_and_reading_is_told(tmp_path, monkeypatch):
    from compare.read import folder as room

    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text(GOOD)
    monkeypatch.setattr(room, "walk", lambda *_: [tmp_path / "b.txt", tmp_path / "c.txt"])
    found = room.read_folder(tmp_path, Config())
    assert [a.id for a in found.articles] == ["b"]
    assert [one.reason for one in found.unread] == ["the file is gone"]


def test_a_missing_path_and_an_empty_folder_say_so(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        load_articles(tmp_path / "nowhere")
    with pytest.raises(ReadError, match="nothing to read"):
        load_articles(tmp_path)
    assert read_folder(tmp_path, Config()).notes == (f"{tmp_path}: no files",)


def test_unreadable_files_of_a_folder_are_logged(tmp_path, caplog):
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_bytes(b"")
    assert [article.id for article in load_articles(tmp_path)] == ["a"]
    assert "b.txt: the file is empty" in caplog.text


def test_the_hostile_corpus_is_large_enough():
    assert len(HOSTILE) >= 50

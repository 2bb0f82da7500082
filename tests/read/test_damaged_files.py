"""Any bytes under any name, and good files with some bytes changed: articles, or a reason why not, and nothing else."""

import gzip
import io
import zipfile

import pytest
from every_format import CASES
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from compare import Article, Config, ReadConfig, ReadError
from compare.model import Unread
from compare.read.file import SourceFile
from compare.read.folder import read_folder
from compare.read.readers import FORMATS, read_file

LIMITS = ReadConfig(max_bytes=2_000_000, max_page_bytes=500_000, max_members=50)
NAMES = sorted({f"report{suffix}" for kind in FORMATS for suffix in kind.suffixes} | {"report.warc.gz", "report.md.gz"})
GOOD = {name: build() for name, (build, _) in CASES.items()}
TOKENS = [b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b">", b"&", b"]]>", b"<!DOCTYPE x [", b"&#xD800;", b"&#0;", b'"']
TOKENS += [b"{", b"}", b"[", b"null", b"NaN", b"1e999", b"-1", b"\\ud800", b"\r", b"\n\n", b"---", b"\x1f\x8b", b"PK"]
TOKENS += [
    b"=?utf-9?b?!!?=",
    b"charset=nosuch",
    b"2025-99-99T99:99:99Z",
    b"0000-00-00",
    b"9" * 40,
    b"true",
    b"{}",
    b"[]",
]
DAMAGE = st.lists(
    st.tuples(
        st.floats(0, 1), st.integers(0, 40), st.one_of(st.sampled_from(TOKENS), st.binary(max_size=8), st.just(b""))
    ),
    min_size=1,
    max_size=6,
)


def relaxed(examples):
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


def damaged(content, damage):
    """The content with some stretches of bytes replaced, shortened or lengthened."""
    for place, length, new in damage:
        at = int(place * len(content))
        content = content[:at] + new + content[at + length :]
    return content


def holds(name, content):
    try:
        found = list(read_file(SourceFile(name, content), LIMITS))
    except (ReadError, RecursionError):  # a folder tells the latter as "nested too deeply"
        return
    for one in found:
        assert isinstance(one, Article | Unread)
        if isinstance(one, Article):
            one.text.encode("utf-8")
            one.title.encode("utf-8")


def repacked(content, damage):
    """A zip archive whose members are damaged before they are packed, so that the damage comes through."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for member in old.infolist():
            new.writestr(member.filename, damaged(old.read(member), damage))
    return packed.getvalue()


@relaxed(300)
@given(st.sampled_from(NAMES), st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
@example("report.eml", b"Subject: A\nDate: Mon, 1 Jan 99999999999 10:00:00 +0000\n\nA text.")
@example("report.eml", b"Subject: A\nFrom: Jane Doe <\rne@example.org>\n\nA text.")
@example("report.eml", b"Subject: A\nFrom: Jane \xff\xff: <a@b> c;, Doe <ja\n\nA text.")
@example("report.json", b"[" * 5000)
@example("report.warc", b"    \x00")
@example("report.eml", b"Subject: =?utf-9?b?!!?=\nContent-Type: text/plain; charset=nosuch\n\nA text.")
@example("report.csv", b'title,text\n"a,b')
def test_any_bytes_are_articles_or_a_reason(name, content):
    holds(name, content)


@pytest.mark.parametrize("name", CASES)
@relaxed(60)
@given(damage=DAMAGE)
def test_a_damaged_file_is_articles_or_a_reason(name, damage):
    holds(name, damaged(GOOD[name], damage))


@pytest.mark.parametrize("name", ["report.docx", "report.zip"])
@relaxed(60)
@given(damage=DAMAGE)
def test_damage_inside_an_archive_is_articles_or_a_reason(name, damage):
    holds(name, repacked(GOOD[name], damage))


@relaxed(60)
@given(damage=DAMAGE)
def test_damage_inside_gzip_is_articles_or_a_reason(damage):
    holds("report.md.gz", gzip.compress(damaged(gzip.decompress(GOOD["report.md.gz"]), damage)))


def test_a_folder_of_damaged_files_is_read_to_its_end(tmp_path):
    for number, (name, content) in enumerate(sorted(GOOD.items())):
        (tmp_path / f"{number:02}-{name}").write_bytes(damaged(content, [(0.4, 30, b"\x00\xff"), (0.9, 5, b"")]))
    folder = read_folder(tmp_path, Config(read=LIMITS))
    told = {one.path.rpartition("/")[2].partition("!")[0] for one in (*folder.articles, *folder.unread)}
    assert {name[:2] for name in told} == {f"{number:02}" for number in range(len(GOOD))}


def test_a_pdf_whose_metadata_are_no_text_is_read():
    at = GOOD["report.pdf"].index(b"<feff") + 5
    content = GOOD["report.pdf"][:at] + b"d800d800" + GOOD["report.pdf"][at + 8 :]
    (article,) = read_file(SourceFile("report.pdf", content), LIMITS)
    assert len(article.text) > 100


def test_a_nameless_member_of_an_archive_costs_no_other():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "The council met on Tuesday. It voted for the pier.")
        archive.writestr("x", "This one loses its name.")
    content = bytearray(packed.getvalue())
    entry, end = content.rindex(b"PK\x01\x02"), content.rindex(b"PK\x05\x06")
    content[end + 12] -= 1  # the size of the directory, less the letter that the name loses
    content[entry + 28] = 0
    del content[entry + 46]
    found = list(read_file(SourceFile("report.zip", bytes(content)), LIMITS))
    assert [one.text for one in found if isinstance(one, Article)][:1] == [
        "The council met on Tuesday. It voted for the pier."
    ]


def test_a_table_whose_times_are_of_no_known_zone_is_broken(tmp_path):
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    times = pyarrow.array([0], pyarrow.timestamp("s", tz="+0::00"))
    parquet.write_table(pyarrow.table({"text": ["A text."], "published": times}), tmp_path / "a.parquet")
    content = (tmp_path / "a.parquet").read_bytes()
    with pytest.raises(ReadError, match="broken Parquet"):
        list(read_file(SourceFile("a.parquet", content), LIMITS))

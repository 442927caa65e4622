"""Documents on disk: checked by content, never named by a path from outside, whole or not there."""

import hashlib
import io
import os
import resource
import signal
import stat
import zipfile
from pathlib import Path

import pytest

from companion.profile.documents import (
    MAX_BYTES,
    MAX_CHUNK_BYTES,
    DocumentNotFound,
    DocumentStore,
    DocumentTooLarge,
    UnsupportedDocument,
    WrongOffset,
    safe_name,
)

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def zipped(members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture
def store(tmp_path: Path) -> DocumentStore:
    made = DocumentStore(tmp_path / "documents")
    made.prepare()
    return made


def files_under(directory: Path) -> list[Path]:
    return [path for path in directory.rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("content", "mime"),
    [
        (PDF, "application/pdf"),
        (b"\xef\xbb\xbf\n" + PDF, "application/pdf"),
        (zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}), DOCX),
        (
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
            "application/vnd.oasis.opendocument.text",
        ),
        (b"{\\rtf1\\ansi hello}", "application/rtf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "application/msword"),
        ("Jonas Wéber\nBerlin\n".encode(), "text/plain"),
        ("Jürgen".encode("latin-1"), "text/plain"),
    ],
    ids=["pdf", "pdf after a mark", "docx", "odt", "rtf", "doc", "utf-8", "latin-1"],
)
def test_a_documents_type_is_its_contents(store: DocumentStore, content: bytes, mime: str) -> None:
    stored = store.add(content, name="cv.exe")
    assert stored.mime == mime
    assert stored.size == len(content)
    assert stored.sha256 == hashlib.sha256(content).hexdigest()
    assert store.read(stored.id) == content
    assert not stored.name.endswith(".exe")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"MZ\x90\x00\x03",
        b"\x7fELF" + bytes(50),
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        zipped({"evil.exe": b"x"}),
        b"PK\x03\x04 not really a zip",
        zipped({"mimetype": b"application/epub+zip"}),
        bytes(range(256)),
    ],
    ids=["empty", "exe", "elf", "png", "zip", "broken zip", "epub", "bytes"],
)
def test_anything_else_is_refused_and_leaves_nothing(
    store: DocumentStore, tmp_path: Path, content: bytes
) -> None:
    with pytest.raises(UnsupportedDocument):
        store.add(content, name="cv.pdf")
    assert files_under(tmp_path) == []


def test_a_zip_bomb_is_refused_without_unpacking_it(store: DocumentStore) -> None:
    bomb = zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": bytes(250 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(UnsupportedDocument, match="unpacks"):
        store.add(bomb, name="cv.docx")
    crowd = zipped(
        {f"word/{n}.xml": b"" for n in range(2_100)} | {"word/document.xml": b"", "[Content_Types].xml": b""}
    )
    with pytest.raises(UnsupportedDocument, match="unpacks"):
        store.add(crowd, name="cv.docx")


def test_only_the_user_can_read_them(store: DocumentStore, tmp_path: Path) -> None:
    store.add(PDF, name="cv.pdf")
    (path,) = files_under(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_chunks_become_a_document(store: DocumentStore) -> None:
    content = PDF + b"x" * 1000
    upload = store.begin_upload()
    assert store.append(upload, content[:500], offset=0) == 500
    assert store.append(upload, content[:500], offset=0) == 500
    assert store.append(upload, content[500:], offset=500) == len(content)
    assert store.finish(upload, name="cv.pdf").sha256 == hashlib.sha256(content).hexdigest()
    with pytest.raises(DocumentNotFound):
        store.finish(upload, name="cv.pdf")


def test_a_chunk_must_go_on_where_the_last_ended(store: DocumentStore) -> None:
    upload = store.begin_upload()
    store.append(upload, PDF, offset=0)
    for offset in (1, len(PDF) + 1, -1):
        with pytest.raises(WrongOffset) as caught:
            store.append(upload, b"abc", offset=offset)
        assert caught.value.expected == len(PDF)


def test_too_large_is_refused(store: DocumentStore, tmp_path: Path) -> None:
    with pytest.raises(DocumentTooLarge):
        store.add(PDF + bytes(MAX_BYTES), name="cv.pdf")
    upload = store.begin_upload()
    with pytest.raises(DocumentTooLarge):
        store.append(upload, bytes(MAX_CHUNK_BYTES + 1), offset=0)
    (path,) = files_under(tmp_path)
    os.truncate(path, MAX_BYTES)
    with pytest.raises(DocumentTooLarge):
        store.append(upload, b"x", offset=MAX_BYTES)


@pytest.mark.parametrize(
    "bad", ["../../etc/passwd", "", ".", "uploads", "a" * 32 + "/..", "A" * 32, "/etc/passwd", "a\x00b"]
)
def test_an_id_is_never_a_path(store: DocumentStore, bad: str) -> None:
    with pytest.raises(DocumentNotFound):
        store.read(bad)
    with pytest.raises(DocumentNotFound):
        store.append(bad, b"x", offset=0)
    with pytest.raises(DocumentNotFound):
        store.delete(bad)


def test_a_symlink_in_place_of_a_document_is_not_followed(store: DocumentStore, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(PDF)
    (tmp_path / "documents" / ("a" * 32)).symlink_to(secret)
    with pytest.raises(DocumentNotFound):
        store.read("a" * 32)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("cv.pdf", "cv.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\me\\Lebenslauf.docx", "Lebenslauf.pdf"),
        ("a\x00b\n\u202ecv.exe", "abcv.pdf"),
        ("", "document.pdf"),
        ("...", "document.pdf"),
        ("/", "document.pdf"),
        ("résumé 2026.final.pdf", "résumé 2026.final.pdf"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
        ('<img src="x">.pdf', "_img src=_x__.pdf"),
    ],
)
def test_a_name_is_made_fit_to_show(name: str, shown: str) -> None:
    assert safe_name(name, "application/pdf") == shown


def test_parts_can_be_read_and_documents_deleted(store: DocumentStore) -> None:
    stored = store.add(PDF, name="cv.pdf")
    assert store.read(stored.id, offset=1, length=3) == b"PDF"
    assert store.read(stored.id, offset=10_000) == b""
    assert store.delete(stored.id) is True
    assert store.delete(stored.id) is False
    with pytest.raises(DocumentNotFound):
        store.read(stored.id)


def test_what_a_crash_left_half_done_is_thrown_away(store: DocumentStore, tmp_path: Path) -> None:
    kept = store.add(PDF, name="cv.pdf")
    store.begin_upload()
    again = DocumentStore(tmp_path / "documents")
    again.prepare()
    assert [path.name for path in files_under(tmp_path)] == [kept.id]


def test_a_part_that_the_disk_takes_only_in_part_is_not_there(store: DocumentStore) -> None:
    upload = store.begin_upload()
    store.append(upload, b"%PDF", offset=0)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, limits[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            store.append(upload, b"-" * 100_000, offset=4)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert store.append(upload, b"-1.7", offset=4) == 8

"""Documents on disk: résumés and letters, each under an id that we made, checked by content, readable by
the user alone.

A document's name is only ever shown; it is never part of a path. Uploads come in chunks and become a
document by one
rename, so a crash leaves either the whole document or none.
"""

import hashlib
import os
import re
import secrets
import unicodedata
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

MAX_BYTES: Final = 20 * 1024 * 1024
MAX_CHUNK_BYTES: Final = 512 * 1024
MAX_UNPACKED_BYTES: Final = 200 * 1024 * 1024
MAX_MEMBERS: Final = 2_000
MAX_NAME_CHARACTERS: Final = 120
_ID: Final = re.compile(r"[0-9a-f]{32}")
_OLE_MAGIC: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
EXTENSIONS: Final = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/msword": ".doc",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/rtf": ".rtf",
    "text/plain": ".txt",
}


class DocumentError(Exception):
    """A document that cannot be taken; the text says what to do about it."""


class DocumentTooLarge(DocumentError):
    """More than MAX_BYTES, or a chunk of more than MAX_CHUNK_BYTES."""


class UnsupportedDocument(DocumentError):
    """No PDF, Word, OpenDocument, RTF or plain text by its content."""


class MisnamedDocument(UnsupportedDocument):
    """Plain text under another document's ending: the export went wrong, and an employer would get raw text."""


class DocumentNotFound(DocumentError):
    """No document or upload has this id."""


class WrongOffset(DocumentError):
    """A chunk that does not go on where the upload stands; `expected` is where it must, in bytes."""

    def __init__(self, expected: int) -> None:
        super().__init__(f"expected the chunk at byte {expected}")
        self.expected = expected


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as it lies on disk. `size` is in bytes, `sha256` in hexadecimal."""

    id: str
    name: str
    mime: str
    sha256: str
    size: int


def safe_name(name: str, mime: str) -> str:
    """A name fit to be shown and to be given to a file field: no folders, no control characters, the
    right ending."""
    flat = name.replace("\\", "/")
    base = PurePosixPath(flat).name if flat.strip("/") else ""
    visible = "".join(c for c in unicodedata.normalize("NFC", base) if unicodedata.category(c)[0] != "C")
    visible = re.sub(r'[<>:"|?*/]', "_", visible).strip(" .")
    stem, dot, ending = visible.rpartition(".")
    stem = (stem if dot and len(ending) <= 5 else visible).strip(" .") or "document"
    extension = EXTENSIONS[mime]
    return stem[: MAX_NAME_CHARACTERS - len(extension)] + extension


def type_of(path: Path, name: str) -> str:
    """The MIME type of a file by its content. Raises UnsupportedDocument, MisnamedDocument."""
    mime = sniff(path)
    ending = PurePosixPath(name).suffix.lower()
    if mime == "text/plain" and ending != ".txt" and ending in EXTENSIONS.values():
        raise MisnamedDocument(
            f"this file is named {ending} but holds plain text: export it as {ending} again, or name it .txt"
        )
    return mime


def sniff(path: Path) -> str:
    """The MIME type of a file by its content. Raises UnsupportedDocument for anything that no résumé is."""
    with path.open("rb") as file:
        head = file.read(4096)
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:5] == b"%PDF-":
        return "application/pdf"
    if head.startswith(b"{\\rtf"):
        return "application/rtf"
    if head.startswith(_OLE_MAGIC):
        return "application/msword"
    if head.startswith(b"PK\x03\x04"):
        return _sniff_zip(path)
    if head and _is_text(path):
        return "text/plain"
    raise UnsupportedDocument("this file is no PDF, Word, OpenDocument, RTF or text document")


def _sniff_zip(path: Path) -> str:
    """The type of a zip-based document, from its directory alone: nothing is unpacked but OpenDocument's
    few bytes."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS or sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise UnsupportedDocument("this document unpacks to more than any résumé needs")
            names = {member.filename for member in members}
            if "word/document.xml" in names and "[Content_Types].xml" in names:
                return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            if "mimetype" in names:
                with archive.open("mimetype") as file:
                    if file.read(100).strip() == b"application/vnd.oasis.opendocument.text":
                        return "application/vnd.oasis.opendocument.text"
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnsupportedDocument("this document is damaged or encrypted") from error
    raise UnsupportedDocument("this archive is no Word or OpenDocument text")


def _is_text(path: Path) -> bool:
    data = path.read_bytes()
    if b"\x00" in data:
        return False
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
        if any(0x7F <= ord(c) < 0xA0 for c in text):
            return False
    return all(c in "\t\n\r\f" or unicodedata.category(c) != "Cc" for c in text)


class DocumentStore:
    """The documents under one directory, which is made with mode 0700."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._uploads = directory / "uploads"

    def prepare(self) -> None:
        """Make the directories and throw away uploads that a crash left half done."""
        for directory in (self._directory, self._uploads):
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            directory.chmod(0o700)
        for leftover in self._uploads.iterdir():
            leftover.unlink()

    def begin_upload(self) -> str:
        """Start an upload; the id is for append, finish and abort."""
        upload_id = secrets.token_hex(16)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        os.close(os.open(self._upload(upload_id), flags, 0o600))
        return upload_id

    def append(self, upload_id: str, chunk: bytes, *, offset: int) -> int:
        """Add a chunk at `offset` bytes and say how many bytes there are then. The same chunk sent twice
        is one chunk.

        Raises WrongOffset where the chunk does not go on from the end, DocumentTooLarge,
        DocumentNotFound.
        """
        if len(chunk) > MAX_CHUNK_BYTES:
            raise DocumentTooLarge(f"a chunk has at most {MAX_CHUNK_BYTES} bytes")
        path = self._existing(self._upload(upload_id))
        with path.open("r+b") as file:
            size = file.seek(0, os.SEEK_END)
            if 0 <= offset < size:
                file.seek(offset)
                if file.read(len(chunk)) == chunk:
                    return size
            if offset != size:
                raise WrongOffset(size)
            if size + len(chunk) > MAX_BYTES:
                raise DocumentTooLarge(f"a document has at most {MAX_BYTES // (1024 * 1024)} MB")
            file.seek(size)
            try:
                file.write(chunk)
                file.flush()
            except OSError:  # a full disk may have taken a part
                file.truncate(size)
                raise
            return size + len(chunk)

    def abort(self, upload_id: str) -> None:
        """Throw an upload away. One that is gone already is no error."""
        self._upload(upload_id).unlink(missing_ok=True)

    def finish(self, upload_id: str, *, name: str) -> StoredDocument:
        """Make the upload a document: checked, synced, renamed into place. A refused one is thrown away.

        Raises UnsupportedDocument, MisnamedDocument, DocumentNotFound.
        """
        path = self._existing(self._upload(upload_id))
        try:
            mime = type_of(path, name)
        except UnsupportedDocument:
            path.unlink()
            raise
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(1024 * 1024):
                digest.update(block)
            size = file.tell()
            os.fsync(file.fileno())
        document_id = secrets.token_hex(16)
        path.rename(self._document(document_id))
        self._sync_directory()
        return StoredDocument(document_id, safe_name(name, mime), mime, digest.hexdigest(), size)

    def reopen(self, document_id: str, upload_id: str) -> None:
        """Take `finish` back: its document is that upload again. Raises DocumentNotFound."""
        self._existing(self._document(document_id)).rename(self._upload(upload_id))
        self._sync_directory()

    def add(self, content: bytes, *, name: str) -> StoredDocument:
        """Store a whole document at once. Raises DocumentTooLarge, UnsupportedDocument."""
        if len(content) > MAX_BYTES:
            raise DocumentTooLarge(f"a document has at most {MAX_BYTES // (1024 * 1024)} MB")
        upload_id = self.begin_upload()
        try:
            for start in range(0, len(content), MAX_CHUNK_BYTES):
                self.append(upload_id, content[start : start + MAX_CHUNK_BYTES], offset=start)
            return self.finish(upload_id, name=name)
        finally:
            self.abort(upload_id)

    def read(self, document_id: str, *, offset: int = 0, length: int = MAX_BYTES) -> bytes:
        """Bytes of a document from `offset`, at most `length`. Raises DocumentNotFound."""
        path = self._existing(self._document(document_id))
        with path.open("rb") as file:
            file.seek(max(offset, 0))
            return file.read(max(length, 0))

    def delete(self, document_id: str) -> bool:
        """Remove a document; False where it was not there."""
        path = self._document(document_id)
        if not path.is_file():
            return False
        path.unlink()
        self._sync_directory()
        return True

    def _document(self, document_id: str) -> Path:
        return self._directory / self._checked(document_id)

    def _upload(self, upload_id: str) -> Path:
        return self._uploads / self._checked(upload_id)

    @staticmethod
    def _checked(identifier: str) -> str:
        """The id, if it is one that we could have made: no other text ever becomes a part of a path."""
        if not _ID.fullmatch(identifier):
            raise DocumentNotFound("no document has this id")
        return identifier

    @staticmethod
    def _existing(path: Path) -> Path:
        if path.is_symlink() or not path.is_file():
            raise DocumentNotFound("no document has this id")
        return path

    def _sync_directory(self) -> None:
        descriptor = os.open(self._directory, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

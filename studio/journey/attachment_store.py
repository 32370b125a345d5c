"""Files to upload in the project file, each content once."""

import hashlib
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.journey.attachment import MOST_BYTES, Attachment, AttachmentError
from studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class _Content:
    content: bytes


class AttachmentStore:
    """The files to upload of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def add(self, name: str, content: bytes) -> Attachment:
        """Keep a file under a name, in place of one that was there, and return it.

        Raises:
            AttachmentError: It is too large, or cannot be called so.
        """
        if len(content) > MOST_BYTES:
            raise AttachmentError(
                Phrase("journey", "“{name}” has more than {limit} MB.").of(
                    name=name[:100], limit=MOST_BYTES // 1_000_000
                ),
                remedy=Phrase("journey", "Upload a smaller one: each worker holds it in memory."),
            )
        kept = Attachment(name, hashlib.sha256(content).hexdigest(), len(content))
        with self._file.atomic():
            sql = "INSERT OR IGNORE INTO attachment_body VALUES (?, ?)"
            self._file.execute(sql, kept.sha256, content)
            self._file.execute(
                "INSERT INTO attachment SELECT ?, ifnull(max(position) + 1, 0), ?, ?"
                " FROM attachment WHERE true ON CONFLICT (name) DO UPDATE"
                " SET sha256 = excluded.sha256, size_bytes = excluded.size_bytes",
                kept.name,
                kept.sha256,
                kept.size_bytes,
            )
        return kept

    def remove(self, name: str) -> None:
        """Forget a file; the same content under another name stays."""
        self._file.execute("DELETE FROM attachment WHERE name = ?", name)

    def content(self, attachment: Attachment) -> bytes:
        """Return what is in a file."""
        sql = "SELECT content FROM attachment_body WHERE sha256 = ?"
        (found,) = self._file.rows(_Content, sql, attachment.sha256)
        return found.content

    def all(self) -> tuple[Attachment, ...]:
        """Return every file, in the order they came."""
        sql = "SELECT name, sha256, size_bytes FROM attachment ORDER BY position"
        return tuple(self._file.rows(Attachment, sql))

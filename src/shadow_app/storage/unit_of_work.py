"""The one write path: row, change and search row in one transaction, synced to disk (`design.md` §2)."""

from __future__ import annotations

from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self
from uuid import UUID

from sqlalchemy import Connection, bindparam, delete, literal_column, select, text, union_all, update
from sqlalchemy.dialects.sqlite import insert as upsert

from shadow_app.domain.change import ALL_FIELDS
from shadow_app.domain.errors import Refused
from shadow_app.domain.language import say
from shadow_app.domain.news import News, Written
from shadow_app.domain.observation import Attachment
from shadow_app.domain.record import Record, new_id
from shadow_app.domain.record_words import record_noun
from shadow_app.domain.team import STATEMENTS
from shadow_app.storage.change_log import ChangeLog, heads_of, wall_clock_ms
from shadow_app.storage.derived import follow
from shadow_app.storage.engine import translated
from shadow_app.storage.erasing import drop_unused, spread
from shadow_app.storage.prepared import Prepared, insertion
from shadow_app.storage.repository import Reader
from shadow_app.storage.restating import restate
from shadow_app.storage.scrubbing import scrub, will_scrub
from shadow_app.storage.settle import settle
from shadow_app.storage.tables import TABLES, blob, change, erased, limbo, present, unshown
from shadow_app.storage.trust import authority, remember

if TYPE_CHECKING:
    from shadow_app.storage.store import Store

_LOGGED = Prepared(
    text("SELECT 1 FROM change WHERE record_id = :id LIMIT 1").bindparams(
        bindparam("id", type_=change.c.record_id.type)
    )
)
_ERASED = Prepared(select(erased.c.record_id).where(erased.c.record_id == bindparam("id")))
_LISTED = Prepared(
    union_all(
        select(literal_column("1")).where(limbo.c.kind == bindparam("kind"), limbo.c.record_id == bindparam("id")),
        select(literal_column("1")).where(unshown.c.kind == bindparam("kind"), unshown.c.record_id == bindparam("id")),
    )
)


class UnitOfWork(Reader):
    """One action of one person: all of it, or nothing.

    Leaving the block without `commit()` means that nothing happened. `label` is what undo and the history call it.
    """

    def __init__(self, store: Store, label: str, *, undoes: UUID | None = None) -> None:
        self._store = store
        self._label = label
        self._undoes = undoes
        self.action = new_id()

    def __enter__(self) -> Self:
        with translated(self._store.path):
            self.connection: Connection = self._store.writer.connect()
            try:
                self._transaction = self.connection.begin()
                self._log = ChangeLog(
                    self.connection,
                    device=self._store.device,
                    author=self._store.author,
                    action=self.action,
                    label=self._label,
                    signer=self._store.signer,
                    undoes=self._undoes,
                )
            except BaseException:
                self.connection.close()
                raise
        self._written: dict[UUID, Written] = {}
        self.erasing = False
        self._restating = False
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if self._transaction.is_active:
                self._transaction.rollback()
        finally:
            self.connection.close()
        if error is not None:
            with translated(self._store.path):
                raise error

    def put(self, record: Record) -> None:
        """Write a new record or the next version of one. Writing what is already there changes nothing.

        Raises:
            Refused: the record was erased, or is of a kind that is written once, and this would be another version; or
                only a lead may write it so, and this device is none's.
        """
        kept = self._kept(type(record), record.id)
        if kept is None:
            merging = self._is_logged(record)
            row = self._create(record)
            before = None
        else:
            merging = _LISTED.run(self.connection, {"kind": record.kind_name, "id": record.id}).fetchone() is not None
            before, row = kept.record, kept.row
            changed = {name for name, value in record if value != getattr(before, name)}
            if not changed:
                return
            if record.written_once:
                raise Refused(
                    say(
                        "A {kind_name} is never changed once it is kept; make a new one.",
                        kind_name=record_noun(record.kind_name),
                    )
                )
            self._revise(record, changed, kept.heads)
        follow(self.connection, before, record, row)
        if merging:
            # The log knows more of it than its row does: from elsewhere, or from a later version of the program.
            settle(self.connection, [(record.kind_name, record.id)])
            record = self.find(type(record), record.id) or record
        self._restating |= record.kind_name in STATEMENTS
        first = self._written[record.id].before if record.id in self._written else before
        self._written[record.id] = Written(first, record)

    def remove(self, record: Record) -> None:
        """Delete: the record stays, marked, so that deleting merges and can be undone."""
        self.put(record.edited(removed=True))

    def erase(self, record: Record) -> None:
        """Take a record's content for good, with all that it owns; a visit takes its whole scope (`erasing`).

        It cannot be undone, and it reaches every laptop that has the record or ever gets it.

        Raises:
            Refused: this device is no lead's, or it would erase who may do what.
        """
        if record.kind_name in STATEMENTS:
            raise Refused(say("Who may do what is never erased: introduce the device anew, or revoke it."))
        self._log.erase(record)
        emptied, contents = spread(self.connection, [record.id])
        settle(self.connection, emptied)
        drop_unused(self.connection, contents)
        self.erasing = True

    def answer(self, record: Record, field: str, value: Any) -> Record:
        """Say which value of a disputed field holds, also when it is the one that is shown already."""
        kept = self._kept(type(record), record.id)
        if kept is None:
            raise Refused(
                say(
                    "The {kind_name} is not here any more; nothing was changed.",
                    kind_name=record_noun(record.kind_name),
                )
            )
        answered = kept.record.edited(**{field: value})
        self._revise(answered, {field}, kept.heads)
        follow(self.connection, kept.record, answered, kept.row)
        settle(self.connection, [(record.kind_name, record.id)])
        self._written[record.id] = Written(kept.record, answered)
        return answered

    def dispute(self, record: Record, field: str, values: Sequence[Any]) -> None:
        """Let several values (JSON) stand for a field again, as they did before somebody said which one holds."""
        kept = self._kept(type(record), record.id)
        if kept is None:
            raise Refused(
                say(
                    "The {kind_name} is not here any more; nothing was changed.",
                    kind_name=record_noun(record.kind_name),
                )
            )
        heads = heads_of(kept.heads, field)
        for value in values:
            self._log.append(kept.record, {field: value}, {field: heads})
        settle(self.connection, [(record.kind_name, record.id)])
        self._written[record.id] = Written(kept.record, self.find(type(record), record.id) or kept.record)

    @property
    def leads(self) -> bool:
        """Whether this device may now write what only a lead may."""
        moment = f"{wall_clock_ms():012x}{0:020x}"
        return authority(self.connection).leads(self._store.signer.public_key, moment)

    def put_blob(self, sha256: str, data: bytes, thumbnail: bytes | None = None) -> None:
        """Keep content by its hash; keeping it twice is keeping it once."""
        self.connection.execute(
            upsert(blob).on_conflict_do_nothing(), {"sha256": sha256, "data": data, "thumbnail": thumbnail}
        )

    def note_fact(self, name: str, value: str) -> None:
        """Remember something about this copy of the store together with what is written."""
        remember(self.connection, name, value)

    def drop_blob(self, sha256: str) -> None:
        """Let content go; SQLite overwrites it (`secure_delete`). A photo that is still attached stays."""
        photos = TABLES[Attachment]
        attached = select(photos.c.row).where(photos.c.sha256 == sha256, present(photos)).exists()
        self.connection.execute(delete(blob).where(blob.c.sha256 == sha256, ~attached))

    def commit(self) -> News:
        """Make it durable and tell everybody who listens."""
        if self._restating:
            touched, contents = restate(self.connection)
            settle(self.connection, touched)
            drop_unused(self.connection, contents)
            self.erasing = True
        gone = self._store.newly_erased(self.connection) if self.erasing else set()
        if self.erasing:
            will_scrub(self.connection)
        self._transaction.commit()
        self._store.saved(self._log, gone)
        if self.erasing:
            scrub(self.connection, self._store.path)
        # What an erasure took is not told one by one: whoever listens looks again at everything.
        news = News(self.action, self._label, () if self.erasing else tuple(self._written.values()))
        self._store.tell(news)
        return news

    def _is_logged(self, record: Record) -> bool:
        """Whether there are changes of a record that has no row."""
        if _LOGGED.run(self.connection, {"id": record.id}).fetchone() is None:
            return False
        if _ERASED.run(self.connection, {"id": record.id}).fetchone() is not None:
            raise Refused(
                say(
                    "This {kind_name} was erased and stays so; nothing was saved.",
                    kind_name=record_noun(record.kind_name),
                )
            )
        return True

    def _create(self, record: Record) -> int:
        data = record.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
        cid = self._log.append(record, data, {})
        values = {**vars(record), "heads": {ALL_FIELDS: [cid]}}
        return int(insertion(TABLES[type(record)]).run(self.connection, values).lastrowid)

    def _revise(self, record: Record, changed: set[str], heads: dict[str, list[str]]) -> None:
        data = record.model_dump(mode="json", include=changed)
        cid = self._log.append(record, data, {name: heads_of(heads, name) for name in sorted(changed)})
        values: dict[str, Any] = {name: getattr(record, name) for name in changed}
        values["heads"] = {**heads, **{name: [cid] for name in changed}}
        table = TABLES[type(record)]
        self.connection.execute(update(table).where(table.c.id == record.id).values(values))

"""Bringing a store's schema up to date: Alembic, one transaction, a copy first (`design.md` §2).

The head is written down here so that opening a store that is up to date, which is nearly always, imports no Alembic.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from shadow_app.domain.errors import Bug, StoreTooNew
from shadow_app.domain.language import say

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

HEAD = "0005"
_TABLE = "alembic_version"


def bring_up_to_date(engine: Engine, path: Path, reader: Engine, back_up: Callable[[], None] | None = None) -> None:
    """Make an empty store, leave a current one alone, migrate an older one after backing it up.

    The look goes through `reader`, so that opening a store waits for nobody who is writing.

    Raises:
        StoreTooNew: the store's revision is none of ours.
    """
    with reader.connect() as connection:
        current = current_revision(connection)
    if current == HEAD:
        return
    if current is not None and current not in _known_revisions():
        raise StoreTooNew(
            say(
                "{path} was written by a newer version of Shadow (its schema is {current}, this version knows {head}). "
                "Install the newer version to open it; nothing was changed.",
                path=path,
                current=current,
                head=HEAD,
            )
        )
    if current is not None and back_up is not None:
        back_up()
    upgrade(engine)


def current_revision(connection: Connection) -> str | None:
    """The schema revision of the store, None for an empty file."""
    if not inspect(connection).has_table(_TABLE):
        return None
    return str(connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar_one())


def upgrade(engine: Engine, target: str = HEAD) -> None:
    """Run every step up to `target` in one transaction: a store is old or new, never between."""
    from alembic.runtime.environment import EnvironmentContext

    config, script = _script()

    def steps(revision: str, _context: object) -> list[object]:
        return list(script._upgrade_revs(target, revision))

    with engine.connect() as connection, EnvironmentContext(config, script, fn=steps) as environment:
        # Tables are rebuilt under the eyes of those that refer to them; this cannot be switched inside a transaction.
        connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        environment.configure(connection=connection, transactional_ddl=True)
        try:
            with connection.begin():
                environment.run_migrations()
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                if broken is not None:
                    raise Bug(f"The step to {target} would leave a row of {broken[0]} without what it belongs to.")
        finally:
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = ON")  # type: ignore[union-attr]


def _script() -> tuple[Config, ScriptDirectory]:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config, ScriptDirectory.from_config(config)


def _known_revisions() -> set[str]:
    _config, script = _script()
    return {revision.revision for revision in script.walk_revisions()}

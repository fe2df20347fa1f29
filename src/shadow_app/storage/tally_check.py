"""Whether the kept sums are what the notes add up to; `fsck` asks."""

from __future__ import annotations

from sqlalchemy import Connection

from shadow_app.storage.tallies import OF_VISITS, SUMS_IN_SQL
from shadow_app.storage.tally_tables import RATE_SUMS, TALLY_SUMS

_FRESH = "(SELECT id AS visit_id FROM visit WHERE id NOT IN (SELECT visit_id FROM stale_visit))"
_KEYS = ("visit_id", "role_id", "pain_point_id", "service_id", "site_id", "note_scope", "noted", "noted_at", "seen_at")


def _rounded(sums: list[str]) -> str:
    # What is added up in another order differs in the last of sixteen digits.
    return ", ".join(f"round({each}, 6)" for each in sums)


_ADDED_UP = OF_VISITS.format(visits=_FRESH, sums=_rounded([SUMS_IN_SQL[name] for name in TALLY_SUMS]))
_UNLIKE_NOTES = f"""
    SELECT * FROM (
        SELECT *, 1 AS side FROM ({_ADDED_UP})
        UNION ALL
        SELECT {", ".join(_KEYS)}, {_rounded(list(TALLY_SUMS))}, -1
        FROM tally WHERE visit_id NOT IN (SELECT visit_id FROM stale_visit)
    )
    GROUP BY {", ".join(str(column + 1) for column in range(len(_KEYS) + len(TALLY_SUMS)))}
    HAVING sum(side) <> 0 LIMIT 1
"""
_AT_SITES = "SELECT site_id, service_id, {} FROM {} GROUP BY site_id, service_id"
_ADDED_ALIKE = (
    ("sum(noted), max(noted_at), max(seen_at), total(surprises)", "pain_tally"),
    (", ".join(f"round(total({name}), 6)" for name in RATE_SUMS), "stratum_tally"),
)


def sums_differ(connection: Connection) -> bool:
    """Whether the sums of visits are not those of their notes, or those over several visits not those of the visits.

    Then something wrote past the program. Visits that are to be added up again anyway are left out.
    """
    if connection.exec_driver_sql(_UNLIKE_NOTES).first() is not None:
        return True
    for sums, table in _ADDED_ALIKE:
        sides = _AT_SITES.format(sums, "tally"), _AT_SITES.format(sums, table)
        for one, other in (sides, sides[::-1]):
            if connection.exec_driver_sql(f"SELECT 1 FROM ({one} EXCEPT {other}) LIMIT 1").first() is not None:
                return True
    return False

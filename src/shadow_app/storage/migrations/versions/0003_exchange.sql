CREATE TABLE erased (
    record_id BLOB NOT NULL,
    CONSTRAINT pk_erased PRIMARY KEY (record_id)
);

CREATE TABLE limbo (
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    need BLOB NOT NULL,
    CONSTRAINT pk_limbo PRIMARY KEY (kind, record_id, need)
)
 WITHOUT ROWID;

CREATE INDEX ix_limbo_need ON limbo (need);

CREATE TABLE unshown (
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_unshown PRIMARY KEY (kind, record_id, field)
)
 WITHOUT ROWID;

CREATE TABLE refused (
    sha256 TEXT NOT NULL,
    at INTEGER NOT NULL,
    device TEXT NOT NULL,
    reason TEXT NOT NULL,
    scope BLOB,
    record_id BLOB,
    payload TEXT NOT NULL,
    CONSTRAINT pk_refused PRIMARY KEY (sha256)
);

CREATE INDEX ix_refused_record_id ON refused (record_id);

CREATE TABLE known_device (
    device TEXT NOT NULL,
    public_key TEXT NOT NULL,
    person TEXT NOT NULL,
    accepted_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT pk_known_device PRIMARY KEY (device)
);

CREATE INDEX ix_known_device_public_key ON known_device (public_key);

CREATE TABLE taking (
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    source TEXT NOT NULL,
    device TEXT NOT NULL,
    person TEXT NOT NULL,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL,
    taken_back INTEGER NOT NULL,
    CONSTRAINT pk_taking PRIMARY KEY (id)
);

CREATE TABLE read_segment (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_read_segment PRIMARY KEY (place, name)
)
 WITHOUT ROWID;

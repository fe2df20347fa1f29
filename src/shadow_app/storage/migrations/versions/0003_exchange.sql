CREATE TABLE change (
    "row" INTEGER NOT NULL,
    scope BLOB NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    cid TEXT NOT NULL,
    op TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    data JSON NOT NULL,
    replaces JSON NOT NULL,
    author TEXT NOT NULL,
    action BLOB NOT NULL,
    label TEXT NOT NULL,
    undoes BLOB,
    seal TEXT NOT NULL,
    CONSTRAINT pk_change PRIMARY KEY ("row"),
    CONSTRAINT uq_change_scope_device_seq UNIQUE (scope, device, seq),
    CONSTRAINT uq_change_device_cid UNIQUE (device, cid)
);

CREATE INDEX ix_change_action ON change (action);

CREATE INDEX ix_change_record_id ON change (record_id);

CREATE INDEX ix_change_sealed ON change (kind) WHERE seal != '';

CREATE TABLE doubtful (
    "row" INTEGER NOT NULL,
    CONSTRAINT pk_doubtful PRIMARY KEY ("row")
);

CREATE TABLE erased (
    record_id BLOB NOT NULL,
    CONSTRAINT pk_erased PRIMARY KEY (record_id)
);

CREATE TABLE introduction (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    device TEXT NOT NULL,
    public_key TEXT NOT NULL,
    box_key TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    CONSTRAINT pk_introduction PRIMARY KEY ("row"),
    CONSTRAINT uq_introduction_id UNIQUE (id)
);

CREATE TABLE known_device (
    device TEXT NOT NULL,
    public_key TEXT NOT NULL,
    box_key TEXT NOT NULL,
    person TEXT NOT NULL,
    accepted_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    CONSTRAINT pk_known_device PRIMARY KEY (device)
);

CREATE INDEX ix_known_device_public_key ON known_device (public_key);

CREATE TABLE limbo (
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    need BLOB NOT NULL,
    CONSTRAINT pk_limbo PRIMARY KEY (kind, record_id, need)
)
 WITHOUT ROWID;

CREATE INDEX ix_limbo_need ON limbo (need);

CREATE TABLE read_segment (
    place TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_read_segment PRIMARY KEY (place, name)
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

CREATE TABLE revocation (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    device TEXT NOT NULL,
    public_key TEXT NOT NULL,
    at INTEGER NOT NULL,
    why TEXT NOT NULL,
    CONSTRAINT pk_revocation PRIMARY KEY ("row"),
    CONSTRAINT uq_revocation_id UNIQUE (id)
);

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

CREATE TABLE unshown (
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_unshown PRIMARY KEY (kind, record_id, field)
)
 WITHOUT ROWID;

CREATE TABLE host_key (
    host_id BLOB NOT NULL,
    visit_id BLOB NOT NULL,
    name TEXT NOT NULL,
    since INTEGER NOT NULL,
    CONSTRAINT pk_host_key PRIMARY KEY (host_id)
);

CREATE INDEX ix_host_key_visit_id ON host_key (visit_id);

CREATE TABLE erasure_receipt (
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    scope BLOB NOT NULL,
    device TEXT NOT NULL,
    seq INTEGER NOT NULL,
    body JSON NOT NULL,
    CONSTRAINT pk_erasure_receipt PRIMARY KEY (id)
);

CREATE TABLE erasure_seen (
    receipt_id BLOB NOT NULL,
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    CONSTRAINT pk_erasure_seen PRIMARY KEY (receipt_id, device)
)
 WITHOUT ROWID;

CREATE TRIGGER host_key_follows AFTER INSERT ON erased BEGIN DELETE FROM host_key WHERE host_id = NEW.record_id OR visit_id = NEW.record_id; END

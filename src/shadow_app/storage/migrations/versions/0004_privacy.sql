CREATE TABLE edition (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    report_kind TEXT NOT NULL,
    subject_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    released_at INTEGER NOT NULL,
    released_by TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    pdf_sha256 TEXT NOT NULL,
    visit_ids JSON NOT NULL,
    known_withdrawals JSON NOT NULL,
    withdrawn_at INTEGER,
    withdrawn_why TEXT NOT NULL,
    replaces_id BLOB,
    CONSTRAINT pk_edition PRIMARY KEY ("row"),
    CONSTRAINT uq_edition_id UNIQUE (id)
);

CREATE INDEX ix_edition_report_kind_subject_id ON edition (report_kind, subject_id);

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

-- What the hub keeps: one append-only table of changes, one of their contents, and who may reach which.
-- Nothing in it is a sequence, a trigger, a lock or an extension (docs/decisions/0011).

CREATE TABLE IF NOT EXISTS shadow.about (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    version integer NOT NULL,
    root text CHECK (root ~ '^[0-9a-f]{64}$')  -- the public key by which the team is known
);

CREATE TABLE IF NOT EXISTS shadow.member (
    login text PRIMARY KEY,
    name text NOT NULL CHECK (length(name) <= 200),
    role text NOT NULL CHECK (role IN ('shadower', 'lead')),
    gone timestamptz
);

CREATE TABLE IF NOT EXISTS shadow.device (
    device text PRIMARY KEY CHECK (device ~ '^[0-9a-f]{16}$'),
    login text NOT NULL,
    label text NOT NULL CHECK (length(label) <= 200),
    revoked timestamptz
);

-- A visit belongs to whoever first told the hub of it; the lead shows it to others.
CREATE TABLE IF NOT EXISTS shadow.scope_owner (
    scope uuid PRIMARY KEY,
    login text NOT NULL
);

CREATE TABLE IF NOT EXISTS shadow.scope_share (
    scope uuid NOT NULL,
    login text NOT NULL,  -- '*' stands for every member
    PRIMARY KEY (scope, login)
);

-- The change id is part of the key: what a copied laptop wrote under one number is kept twice, and both sides meet.
CREATE TABLE IF NOT EXISTS shadow.change (
    scope uuid NOT NULL,
    device text COLLATE "C" NOT NULL CHECK (length(device) = 16),
    seq bigint NOT NULL CHECK (seq >= 1),
    cid text COLLATE "C" NOT NULL CHECK (length(cid) = 32 AND translate(cid, '0123456789abcdef', '') = ''),
    op text NOT NULL CHECK (op IN ('put', 'erase')),
    kind text NOT NULL CHECK (length(kind) <= 40),
    record_id uuid NOT NULL,
    -- Every other field of the change as JSON, in the letters in which it was written: jsonb would round numbers.
    body text NOT NULL CHECK (
        length(body) <= 4194304
        AND COALESCE(body::jsonb @@ '$.data.type() == "object" && $.replaces.type() == "object"', false)),
    inserted_by text NOT NULL DEFAULT session_user,
    inserted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, device, seq, cid)
);
CREATE INDEX IF NOT EXISTS change_record ON shadow.change (record_id);

CREATE TABLE IF NOT EXISTS shadow.erased (
    record_id uuid PRIMARY KEY,
    erased_by text NOT NULL DEFAULT session_user,
    erased_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE IF NOT EXISTS shadow.blob (
    scope uuid NOT NULL,
    sha256 text NOT NULL CHECK (sha256 = encode(sha256(data), 'hex')),
    data bytea NOT NULL CHECK (octet_length(data) <= 67108864),
    inserted_by text NOT NULL DEFAULT session_user,
    inserted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (scope, sha256)
);

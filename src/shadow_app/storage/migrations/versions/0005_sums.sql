CREATE TABLE learnt (
    feature TEXT NOT NULL,
    service_id BLOB NOT NULL,
    half_units INTEGER NOT NULL,
    CONSTRAINT pk_learnt PRIMARY KEY (feature, service_id)
)
 WITHOUT ROWID;

CREATE TABLE learnt_total (
    service_id BLOB NOT NULL,
    half_units INTEGER NOT NULL,
    CONSTRAINT pk_learnt_total PRIMARY KEY (service_id)
);

CREATE TABLE tally (
    visit_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    pain_point_id BLOB,
    service_id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    note_scope TEXT NOT NULL,
    noted INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    seen_at INTEGER,
    notes FLOAT NOT NULL,
    seen FLOAT NOT NULL,
    timed_count FLOAT NOT NULL,
    timed_minutes FLOAT NOT NULL,
    estimated_count FLOAT NOT NULL,
    estimated_minutes FLOAT NOT NULL,
    told FLOAT NOT NULL,
    told_count FLOAT NOT NULL,
    told_minutes FLOAT NOT NULL,
    rate_hour FLOAT NOT NULL,
    rate_day FLOAT NOT NULL,
    rate_week FLOAT NOT NULL,
    rate_month FLOAT NOT NULL,
    rate_notes FLOAT NOT NULL,
    people_sum FLOAT NOT NULL,
    people_notes FLOAT NOT NULL,
    d0 FLOAT NOT NULL,
    d1 FLOAT NOT NULL,
    d2 FLOAT NOT NULL,
    d3 FLOAT NOT NULL,
    d4 FLOAT NOT NULL,
    t0 FLOAT NOT NULL,
    t1 FLOAT NOT NULL,
    t2 FLOAT NOT NULL,
    t3 FLOAT NOT NULL,
    w_none FLOAT NOT NULL,
    w_clumsy FLOAT NOT NULL,
    w_good FLOAT NOT NULL,
    surprises FLOAT NOT NULL
);

CREATE INDEX ix_tally_site_id_service_id ON tally (site_id, service_id);

CREATE INDEX ix_tally_visit_id ON tally (visit_id);

CREATE TABLE stratum_tally (
    service_id BLOB NOT NULL,
    pain_point_id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    note_scope TEXT NOT NULL,
    plain INTEGER NOT NULL,
    notes FLOAT NOT NULL,
    seen FLOAT NOT NULL,
    timed_count FLOAT NOT NULL,
    timed_minutes FLOAT NOT NULL,
    estimated_count FLOAT NOT NULL,
    estimated_minutes FLOAT NOT NULL,
    told FLOAT NOT NULL,
    told_count FLOAT NOT NULL,
    told_minutes FLOAT NOT NULL,
    rate_hour FLOAT NOT NULL,
    rate_day FLOAT NOT NULL,
    rate_week FLOAT NOT NULL,
    rate_month FLOAT NOT NULL,
    rate_notes FLOAT NOT NULL,
    people_sum FLOAT NOT NULL,
    people_notes FLOAT NOT NULL,
    CONSTRAINT pk_stratum_tally PRIMARY KEY (service_id, pain_point_id, site_id, role_id, note_scope)
)
 WITHOUT ROWID;

CREATE TABLE pain_tally (
    service_id BLOB NOT NULL,
    pain_point_id BLOB NOT NULL,
    site_id BLOB NOT NULL,
    noted INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    seen_at INTEGER,
    visits TEXT NOT NULL,
    d0 FLOAT NOT NULL,
    d1 FLOAT NOT NULL,
    d2 FLOAT NOT NULL,
    d3 FLOAT NOT NULL,
    d4 FLOAT NOT NULL,
    t0 FLOAT NOT NULL,
    t1 FLOAT NOT NULL,
    t2 FLOAT NOT NULL,
    t3 FLOAT NOT NULL,
    w_none FLOAT NOT NULL,
    w_clumsy FLOAT NOT NULL,
    w_good FLOAT NOT NULL,
    surprises FLOAT NOT NULL,
    CONSTRAINT pk_pain_tally PRIMARY KEY (service_id, pain_point_id, site_id)
)
 WITHOUT ROWID;

CREATE TABLE stale_tally (
    site_id BLOB NOT NULL,
    service_id BLOB NOT NULL,
    CONSTRAINT pk_stale_tally PRIMARY KEY (site_id, service_id)
)
 WITHOUT ROWID;

CREATE INDEX ix_observation_ready ON observation (visit_id) WHERE state = 'ready' AND removed = 0;

CREATE INDEX ix_observation_several ON observation (id) WHERE (instr(heads, '","') OR instr(heads, '", "'));

CREATE INDEX ix_service_tag_several ON service_tag (id) WHERE (instr(heads, '","') OR instr(heads, '", "'));

CREATE INDEX ix_pain_point_member_several ON pain_point_member (id) WHERE (instr(heads, '","') OR instr(heads, '", "'));

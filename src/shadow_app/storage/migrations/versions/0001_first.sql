CREATE TABLE blob (
    sha256 TEXT NOT NULL,
    data BLOB NOT NULL,
    thumbnail BLOB,
    CONSTRAINT pk_blob PRIMARY KEY (sha256)
);

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
    CONSTRAINT pk_change PRIMARY KEY ("row"),
    CONSTRAINT uq_change_scope_device_seq UNIQUE (scope, device, seq),
    CONSTRAINT uq_change_device_cid UNIQUE (device, cid)
);

CREATE INDEX ix_change_action ON change (action);

CREATE INDEX ix_change_record_id ON change (record_id);

CREATE TABLE fact (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    CONSTRAINT pk_fact PRIMARY KEY (name)
);

CREATE TABLE learnt (
    service_id BLOB NOT NULL,
    feature TEXT NOT NULL,
    half_units INTEGER NOT NULL,
    CONSTRAINT pk_learnt PRIMARY KEY (service_id, feature)
)
 WITHOUT ROWID;

CREATE TABLE learnt_from (
    tag_id BLOB NOT NULL,
    observation_id BLOB NOT NULL,
    service_id BLOB NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_learnt_from PRIMARY KEY (tag_id)
);

CREATE INDEX ix_learnt_from_observation_id ON learnt_from (observation_id);

CREATE TABLE organisation (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    name TEXT NOT NULL,
    currency TEXT NOT NULL,
    CONSTRAINT pk_organisation PRIMARY KEY ("row"),
    CONSTRAINT uq_organisation_id UNIQUE (id)
);

CREATE TABLE service (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT NOT NULL,
    category TEXT NOT NULL,
    owner TEXT NOT NULL,
    support_team TEXT NOT NULL,
    aliases JSON NOT NULL,
    criticality TEXT NOT NULL,
    status TEXT NOT NULL,
    CONSTRAINT pk_service PRIMARY KEY ("row"),
    CONSTRAINT uq_service_id UNIQUE (id)
);

CREATE TABLE shadower (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    name TEXT NOT NULL,
    team TEXT NOT NULL,
    lead INTEGER NOT NULL,
    CONSTRAINT pk_shadower PRIMARY KEY ("row"),
    CONSTRAINT uq_shadower_id UNIQUE (id)
);

CREATE TABLE stale_visit (
    visit_id BLOB NOT NULL,
    CONSTRAINT pk_stale_visit PRIMARY KEY (visit_id)
);

CREATE TABLE tally (
    visit_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    pain_point_id BLOB,
    service_id BLOB NOT NULL,
    note_scope TEXT NOT NULL,
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

CREATE INDEX ix_tally_visit_id ON tally (visit_id);

CREATE TABLE to_learn (
    observation_id BLOB NOT NULL,
    CONSTRAINT pk_to_learn PRIMARY KEY (observation_id)
);

CREATE TABLE visit_role (
    visit_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    CONSTRAINT pk_visit_role PRIMARY KEY (visit_id, role_id)
);

CREATE TABLE weights (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    name TEXT NOT NULL,
    made_at INTEGER,
    damage JSON NOT NULL,
    time JSON NOT NULL,
    workaround_none FLOAT NOT NULL,
    workaround_clumsy FLOAT NOT NULL,
    workaround_good FLOAT NOT NULL,
    unrecovered_share FLOAT NOT NULL,
    phantom_hours FLOAT NOT NULL,
    payback_years FLOAT NOT NULL,
    day_rate FLOAT NOT NULL,
    CONSTRAINT pk_weights PRIMARY KEY ("row"),
    CONSTRAINT uq_weights_id UNIQUE (id)
);

CREATE TABLE business_unit (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    organisation_id BLOB NOT NULL,
    name TEXT NOT NULL,
    value_at_stake TEXT NOT NULL,
    CONSTRAINT pk_business_unit PRIMARY KEY ("row"),
    CONSTRAINT uq_business_unit_id UNIQUE (id),
    CONSTRAINT fk_business_unit_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE TABLE pain_point (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    service_id BLOB NOT NULL,
    title TEXT NOT NULL,
    business_damage INTEGER,
    time_to_damage INTEGER,
    workaround TEXT,
    pain_scope TEXT,
    loss_value FLOAT,
    loss_chance FLOAT,
    effort_days FLOAT,
    value_at_stake TEXT NOT NULL,
    CONSTRAINT pk_pain_point PRIMARY KEY ("row"),
    CONSTRAINT uq_pain_point_id UNIQUE (id),
    CONSTRAINT fk_pain_point_service_id FOREIGN KEY(service_id) REFERENCES service (id)
);

CREATE TABLE role (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    organisation_id BLOB NOT NULL,
    name TEXT NOT NULL,
    "group" TEXT NOT NULL,
    CONSTRAINT pk_role PRIMARY KEY ("row"),
    CONSTRAINT uq_role_id UNIQUE (id),
    CONSTRAINT fk_role_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id)
);

CREATE TABLE assumed_ranking (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    organisation_id BLOB NOT NULL,
    unit_id BLOB,
    name TEXT NOT NULL,
    service_ids JSON NOT NULL,
    locked_at INTEGER,
    locked_by TEXT NOT NULL,
    CONSTRAINT pk_assumed_ranking PRIMARY KEY ("row"),
    CONSTRAINT uq_assumed_ranking_id UNIQUE (id),
    CONSTRAINT fk_assumed_ranking_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_assumed_ranking_unit_id FOREIGN KEY(unit_id) REFERENCES business_unit (id)
);

CREATE TABLE business_step (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    unit_id BLOB NOT NULL,
    name TEXT NOT NULL,
    service_ids JSON NOT NULL,
    value_at_stake TEXT NOT NULL,
    CONSTRAINT pk_business_step PRIMARY KEY ("row"),
    CONSTRAINT uq_business_step_id UNIQUE (id),
    CONSTRAINT fk_business_step_unit_id FOREIGN KEY(unit_id) REFERENCES business_unit (id)
);

CREATE TABLE site (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    unit_id BLOB NOT NULL,
    name TEXT NOT NULL,
    site_type TEXT NOT NULL,
    address TEXT NOT NULL,
    CONSTRAINT pk_site PRIMARY KEY ("row"),
    CONSTRAINT uq_site_id UNIQUE (id),
    CONSTRAINT fk_site_unit_id FOREIGN KEY(unit_id) REFERENCES business_unit (id)
);

CREATE TABLE role_population (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    site_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    headcount INTEGER NOT NULL,
    shift_hours FLOAT NOT NULL,
    days_per_year INTEGER NOT NULL,
    hourly_rate FLOAT NOT NULL,
    CONSTRAINT pk_role_population PRIMARY KEY ("row"),
    CONSTRAINT uq_role_population_id UNIQUE (id),
    CONSTRAINT fk_role_population_site_id FOREIGN KEY(site_id) REFERENCES site (id),
    CONSTRAINT fk_role_population_role_id FOREIGN KEY(role_id) REFERENCES role (id)
);

CREATE TABLE visit (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    number TEXT NOT NULL,
    site_id BLOB NOT NULL,
    role_id BLOB NOT NULL,
    shadower_id BLOB NOT NULL,
    visit_type TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER,
    utc_offset INTEGER NOT NULL,
    exposure_hours FLOAT NOT NULL,
    shift TEXT NOT NULL,
    participation TEXT NOT NULL,
    typicality TEXT,
    host_selection TEXT,
    focus TEXT NOT NULL,
    safety TEXT NOT NULL,
    safety_confirmed INTEGER NOT NULL,
    agreement_ref TEXT NOT NULL,
    release_ref TEXT NOT NULL,
    headline TEXT NOT NULL,
    summary TEXT NOT NULL,
    learning TEXT NOT NULL,
    thanked_on TEXT,
    CONSTRAINT pk_visit PRIMARY KEY ("row"),
    CONSTRAINT uq_visit_id UNIQUE (id),
    CONSTRAINT fk_visit_site_id FOREIGN KEY(site_id) REFERENCES site (id),
    CONSTRAINT fk_visit_role_id FOREIGN KEY(role_id) REFERENCES role (id),
    CONSTRAINT fk_visit_shadower_id FOREIGN KEY(shadower_id) REFERENCES shadower (id)
);

CREATE INDEX ix_visit_starts_at_row ON visit (starts_at, "row");

CREATE TABLE commitment (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT,
    effort_days FLOAT,
    how_told TEXT NOT NULL,
    state TEXT NOT NULL,
    CONSTRAINT pk_commitment PRIMARY KEY ("row"),
    CONSTRAINT uq_commitment_id UNIQUE (id),
    CONSTRAINT fk_commitment_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_commitment_visit_id ON commitment (visit_id);

CREATE TABLE consent (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    subject TEXT NOT NULL,
    given INTEGER NOT NULL,
    withdrawn_on TEXT,
    CONSTRAINT pk_consent PRIMARY KEY ("row"),
    CONSTRAINT uq_consent_id UNIQUE (id),
    CONSTRAINT fk_consent_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_consent_visit_id ON consent (visit_id);

CREATE TABLE guide_answer (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT pk_guide_answer PRIMARY KEY ("row"),
    CONSTRAINT uq_guide_answer_id UNIQUE (id),
    CONSTRAINT fk_guide_answer_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id)
);

CREATE INDEX ix_guide_answer_visit_id ON guide_answer (visit_id);

CREATE TABLE host (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    pseudonym TEXT NOT NULL,
    role_id BLOB,
    name TEXT NOT NULL,
    CONSTRAINT pk_host PRIMARY KEY ("row"),
    CONSTRAINT uq_host_id UNIQUE (id),
    CONSTRAINT fk_host_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_host_role_id FOREIGN KEY(role_id) REFERENCES role (id)
);

CREATE INDEX ix_host_visit_id ON host (visit_id);

CREATE TABLE observation (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    at INTEGER NOT NULL,
    utc_offset INTEGER NOT NULL,
    text TEXT NOT NULL,
    line TEXT NOT NULL,
    kind TEXT NOT NULL,
    evidence TEXT NOT NULL,
    role_id BLOB,
    step_id BLOB,
    unresolved_tags JSON NOT NULL,
    lost_minutes FLOAT,
    minutes_source TEXT NOT NULL,
    count INTEGER NOT NULL,
    rate FLOAT,
    rate_per TEXT,
    people_stopped INTEGER,
    note_scope TEXT NOT NULL,
    business_damage INTEGER,
    time_to_damage INTEGER,
    workaround TEXT,
    affected_party TEXT,
    reported_to_desk INTEGER,
    why_not_reported TEXT NOT NULL,
    ticket_ref TEXT NOT NULL,
    quote TEXT NOT NULL,
    consequence TEXT NOT NULL,
    interpretation TEXT NOT NULL,
    idea TEXT NOT NULL,
    surprise INTEGER NOT NULL,
    after_change TEXT NOT NULL,
    requested_on TEXT,
    delivered_on TEXT,
    still_needed INTEGER,
    offers_open INTEGER NOT NULL,
    not_scored INTEGER NOT NULL,
    state TEXT NOT NULL,
    state_note TEXT NOT NULL,
    read_back TEXT,
    read_back_note TEXT NOT NULL,
    CONSTRAINT pk_observation PRIMARY KEY ("row"),
    CONSTRAINT uq_observation_id UNIQUE (id),
    CONSTRAINT fk_observation_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_observation_role_id FOREIGN KEY(role_id) REFERENCES role (id),
    CONSTRAINT fk_observation_step_id FOREIGN KEY(step_id) REFERENCES business_step (id)
);

CREATE INDEX ix_observation_at_row ON observation (at, "row");

CREATE INDEX ix_observation_visit_id_at ON observation (visit_id, at);

CREATE TABLE stated_importance (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    respondent TEXT NOT NULL,
    service_id BLOB NOT NULL,
    importance INTEGER,
    satisfaction INTEGER,
    CONSTRAINT pk_stated_importance PRIMARY KEY ("row"),
    CONSTRAINT uq_stated_importance_id UNIQUE (id),
    CONSTRAINT fk_stated_importance_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_stated_importance_service_id FOREIGN KEY(service_id) REFERENCES service (id)
);

CREATE INDEX ix_stated_importance_visit_id ON stated_importance (visit_id);

CREATE TABLE activity (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    activity_kind TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    utc_offset INTEGER NOT NULL,
    observation_id BLOB,
    CONSTRAINT pk_activity PRIMARY KEY ("row"),
    CONSTRAINT uq_activity_id UNIQUE (id),
    CONSTRAINT fk_activity_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_activity_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
);

CREATE INDEX ix_activity_visit_id ON activity (visit_id);

CREATE TABLE attachment (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    observation_id BLOB,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    byte_size INTEGER NOT NULL,
    taken_at INTEGER,
    caption TEXT NOT NULL,
    CONSTRAINT pk_attachment PRIMARY KEY ("row"),
    CONSTRAINT uq_attachment_id UNIQUE (id),
    CONSTRAINT fk_attachment_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_attachment_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
);

CREATE INDEX ix_attachment_observation_id ON attachment (observation_id);

CREATE INDEX ix_attachment_visit_id ON attachment (visit_id);

CREATE TABLE pain_point_member (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    pain_point_id BLOB NOT NULL,
    observation_id BLOB NOT NULL,
    CONSTRAINT pk_pain_point_member PRIMARY KEY ("row"),
    CONSTRAINT uq_pain_point_member_id UNIQUE (id),
    CONSTRAINT fk_pain_point_member_pain_point_id FOREIGN KEY(pain_point_id) REFERENCES pain_point (id),
    CONSTRAINT fk_pain_point_member_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
);

CREATE INDEX ix_pain_point_member_observation_id ON pain_point_member (observation_id);

CREATE INDEX ix_pain_point_member_pain_point_id ON pain_point_member (pain_point_id);

CREATE TABLE service_tag (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    visit_id BLOB NOT NULL,
    observation_id BLOB NOT NULL,
    service_id BLOB NOT NULL,
    "primary" INTEGER NOT NULL,
    CONSTRAINT pk_service_tag PRIMARY KEY ("row"),
    CONSTRAINT uq_service_tag_id UNIQUE (id),
    CONSTRAINT fk_service_tag_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_service_tag_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id),
    CONSTRAINT fk_service_tag_service_id FOREIGN KEY(service_id) REFERENCES service (id)
);

CREATE INDEX ix_service_tag_observation_id ON service_tag (observation_id);

CREATE INDEX ix_service_tag_service_id ON service_tag (service_id);

CREATE INDEX ix_service_tag_visit_id ON service_tag (visit_id);

CREATE VIRTUAL TABLE note_search USING fts5(
    words, content='', contentless_delete=1, prefix='3', tokenize='unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE note_words USING fts5vocab(note_search, 'row');

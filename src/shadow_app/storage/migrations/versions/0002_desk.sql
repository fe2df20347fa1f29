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
    withdrawn_at INTEGER,
    withdrawn_why TEXT NOT NULL,
    replaces_id BLOB,
    CONSTRAINT pk_edition PRIMARY KEY ("row"),
    CONSTRAINT uq_edition_id UNIQUE (id)
);

CREATE INDEX ix_edition_report_kind_subject_id ON edition (report_kind, subject_id);

CREATE TABLE programme (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    name TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    goals TEXT NOT NULL,
    rules TEXT NOT NULL,
    visits_per_person FLOAT NOT NULL,
    hours_per_person FLOAT,
    tell_within_days INTEGER NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY ("row"),
    CONSTRAINT uq_programme_id UNIQUE (id)
);

CREATE TABLE saved_filter (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    sort TEXT NOT NULL,
    CONSTRAINT pk_saved_filter PRIMARY KEY ("row"),
    CONSTRAINT uq_saved_filter_id UNIQUE (id)
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
    theme TEXT NOT NULL,
    engagement_owner TEXT NOT NULL,
    next_contact_on TEXT,
    fixing_team TEXT NOT NULL,
    closed_on TEXT,
    closed_why TEXT NOT NULL,
    merged_into_id BLOB,
    CONSTRAINT pk_pain_point PRIMARY KEY ("row"),
    CONSTRAINT uq_pain_point_id UNIQUE (id),
    CONSTRAINT fk_pain_point_service_id FOREIGN KEY(service_id) REFERENCES service (id)
);

CREATE TABLE target (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    programme_id BLOB NOT NULL,
    team TEXT NOT NULL,
    visits_per_person FLOAT,
    hours_per_person FLOAT,
    CONSTRAINT pk_target PRIMARY KEY ("row"),
    CONSTRAINT uq_target_id UNIQUE (id),
    CONSTRAINT fk_target_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id)
);

CREATE TABLE decision (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    pain_point_id BLOB NOT NULL,
    choice TEXT NOT NULL,
    reason TEXT NOT NULL,
    review_on TEXT,
    decided_on TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    CONSTRAINT pk_decision PRIMARY KEY ("row"),
    CONSTRAINT uq_decision_id UNIQUE (id),
    CONSTRAINT fk_decision_pain_point_id FOREIGN KEY(pain_point_id) REFERENCES pain_point (id)
);

CREATE TABLE feedback (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    pain_point_id BLOB NOT NULL,
    told_on TEXT NOT NULL,
    told_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    acknowledged_on TEXT,
    acknowledged_by TEXT NOT NULL,
    CONSTRAINT pk_feedback PRIMARY KEY ("row"),
    CONSTRAINT uq_feedback_id UNIQUE (id),
    CONSTRAINT fk_feedback_pain_point_id FOREIGN KEY(pain_point_id) REFERENCES pain_point (id)
);

CREATE INDEX ix_feedback_pain_point_id ON feedback (pain_point_id);

CREATE TABLE follow_up (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    pain_point_id BLOB NOT NULL,
    changed_on TEXT NOT NULL,
    change_ref TEXT NOT NULL,
    minutes_before FLOAT,
    minutes_after FLOAT,
    note TEXT NOT NULL,
    CONSTRAINT pk_follow_up PRIMARY KEY ("row"),
    CONSTRAINT uq_follow_up_id UNIQUE (id),
    CONSTRAINT fk_follow_up_pain_point_id FOREIGN KEY(pain_point_id) REFERENCES pain_point (id)
);

CREATE INDEX ix_follow_up_pain_point_id ON follow_up (pain_point_id);

CREATE TABLE snapshot (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    name TEXT NOT NULL,
    unit_id BLOB,
    made_at INTEGER NOT NULL,
    made_by TEXT NOT NULL,
    currency TEXT NOT NULL,
    weights_id BLOB,
    visits INTEGER NOT NULL,
    lines JSON NOT NULL,
    CONSTRAINT pk_snapshot PRIMARY KEY ("row"),
    CONSTRAINT uq_snapshot_id UNIQUE (id),
    CONSTRAINT fk_snapshot_unit_id FOREIGN KEY(unit_id) REFERENCES business_unit (id)
);

CREATE TABLE ticket_count (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    service_id BLOB NOT NULL,
    unit_id BLOB,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    tickets INTEGER NOT NULL,
    hours FLOAT,
    CONSTRAINT pk_ticket_count PRIMARY KEY ("row"),
    CONSTRAINT uq_ticket_count_id UNIQUE (id),
    CONSTRAINT fk_ticket_count_service_id FOREIGN KEY(service_id) REFERENCES service (id),
    CONSTRAINT fk_ticket_count_unit_id FOREIGN KEY(unit_id) REFERENCES business_unit (id)
);

CREATE INDEX ix_ticket_count_service_id ON ticket_count (service_id);

CREATE TABLE contact (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    organisation_id BLOB NOT NULL,
    level TEXT NOT NULL,
    unit_id BLOB,
    site_id BLOB,
    role_id BLOB,
    name TEXT NOT NULL,
    position TEXT NOT NULL,
    reach TEXT NOT NULL,
    CONSTRAINT pk_contact PRIMARY KEY ("row"),
    CONSTRAINT uq_contact_id UNIQUE (id),
    CONSTRAINT fk_contact_organisation_id FOREIGN KEY(organisation_id) REFERENCES organisation (id),
    CONSTRAINT fk_contact_unit_id FOREIGN KEY(unit_id) REFERENCES business_unit (id),
    CONSTRAINT fk_contact_site_id FOREIGN KEY(site_id) REFERENCES site (id),
    CONSTRAINT fk_contact_role_id FOREIGN KEY(role_id) REFERENCES role (id)
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
    released_on TEXT,
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
    visit_id BLOB,
    text TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT,
    effort_days FLOAT,
    how_told TEXT NOT NULL,
    state TEXT NOT NULL,
    pain_point_id BLOB,
    site_id BLOB,
    kept_on TEXT,
    outcome TEXT NOT NULL,
    CONSTRAINT pk_commitment PRIMARY KEY ("row"),
    CONSTRAINT uq_commitment_id UNIQUE (id),
    CONSTRAINT fk_commitment_visit_id FOREIGN KEY(visit_id) REFERENCES visit (id),
    CONSTRAINT fk_commitment_pain_point_id FOREIGN KEY(pain_point_id) REFERENCES pain_point (id),
    CONSTRAINT fk_commitment_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);

CREATE INDEX ix_commitment_pain_point_id ON commitment (pain_point_id);

CREATE INDEX ix_commitment_visit_id ON commitment (visit_id);

CREATE TABLE conversation (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    contact_id BLOB NOT NULL,
    held_on TEXT NOT NULL,
    held_by TEXT NOT NULL,
    asked TEXT NOT NULL,
    said TEXT NOT NULL,
    next_step TEXT NOT NULL,
    CONSTRAINT pk_conversation PRIMARY KEY ("row"),
    CONSTRAINT uq_conversation_id UNIQUE (id),
    CONSTRAINT fk_conversation_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id)
);

CREATE INDEX ix_conversation_contact_id ON conversation (contact_id);

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
    state_answer TEXT NOT NULL,
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

CREATE TABLE site_update (
    "row" INTEGER NOT NULL,
    heads JSON NOT NULL,
    id BLOB NOT NULL,
    removed INTEGER NOT NULL,
    site_id BLOB NOT NULL,
    pain_point_id BLOB,
    commitment_id BLOB,
    told_on TEXT NOT NULL,
    told_by TEXT NOT NULL,
    channel TEXT NOT NULL,
    text TEXT NOT NULL,
    acknowledged_on TEXT,
    acknowledged_by TEXT NOT NULL,
    CONSTRAINT pk_site_update PRIMARY KEY ("row"),
    CONSTRAINT uq_site_update_id UNIQUE (id),
    CONSTRAINT fk_site_update_site_id FOREIGN KEY(site_id) REFERENCES site (id),
    CONSTRAINT fk_site_update_pain_point_id FOREIGN KEY(pain_point_id) REFERENCES pain_point (id),
    CONSTRAINT fk_site_update_commitment_id FOREIGN KEY(commitment_id) REFERENCES commitment (id)
);

CREATE INDEX ix_site_update_pain_point_id ON site_update (pain_point_id);

CREATE INDEX ix_site_update_site_id_told_on ON site_update (site_id, told_on);

-- Who may do what. Views and functions are the owner's; whom they ask about is whoever has logged in.
-- Nobody, not even the lead, is granted UPDATE, DELETE or TRUNCATE.

CREATE OR REPLACE VIEW shadow.me AS
    SELECT login, name, role FROM shadow.member WHERE login = current_user AND gone IS NULL;

CREATE OR REPLACE VIEW shadow.my_devices AS
    SELECT d.device FROM shadow.device d JOIN shadow.me m ON m.login = d.login WHERE d.revoked IS NULL;

CREATE OR REPLACE VIEW shadow.my_scopes AS
    SELECT CAST('{team}' AS uuid) AS scope FROM shadow.me
    UNION SELECT o.scope FROM shadow.scope_owner o JOIN shadow.me m ON m.login = o.login
    UNION SELECT s.scope FROM shadow.scope_share s JOIN shadow.me m ON s.login IN (m.login, '*');

CREATE OR REPLACE FUNCTION shadow.is_lead() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM shadow.member WHERE login = session_user AND role = 'lead' AND gone IS NULL)
$$;

-- For the lead alone; others see them empty.
CREATE OR REPLACE VIEW shadow.people AS
    SELECT login, name, role, gone FROM shadow.member WHERE shadow.is_lead();

CREATE OR REPLACE VIEW shadow.laptops AS
    SELECT device, login, label, revoked FROM shadow.device WHERE shadow.is_lead();

CREATE OR REPLACE FUNCTION shadow.must_lead() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT shadow.is_lead() THEN
        RAISE EXCEPTION 'only a lead may do this' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;

-- Whether a husk of this record takes nothing from anybody: the lead has erased it, or the hub never had it.
CREATE OR REPLACE FUNCTION shadow.is_void(wanted_scope uuid, wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM shadow.erased WHERE record_id IN (wanted_scope, wanted))
        OR NOT EXISTS (SELECT 1 FROM shadow.change WHERE record_id = wanted AND op = 'put')
$$;

-- What is left of an erased change: at most the id of what it belonged to.
CREATE OR REPLACE FUNCTION shadow.left_of(old_kind text, old_data jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT COALESCE(jsonb_object_agg(d.key, d.value), '{}') FROM jsonb_each(old_data) d
    WHERE (old_kind, d.key) IN ({owners}) AND jsonb_typeof(d.value) = 'string' AND length(d.value #>> '{}') = 36
$$;

CREATE OR REPLACE FUNCTION shadow.is_blank(kind text, body text) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT body::jsonb -> 'data' = shadow.left_of(kind, body::jsonb -> 'data') AND body::jsonb -> 'replaces' = '{}'
$$;

-- What nobody has told the hub of yet becomes one's own. Of two who come at once the first has it.
CREATE OR REPLACE FUNCTION shadow.claim(wanted uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO shadow.scope_owner (scope, login)
    SELECT DISTINCT w, CAST(session_user AS text) FROM unnest(wanted) AS w
    WHERE w <> CAST('{team}' AS uuid)
        AND NOT EXISTS (SELECT 1 FROM shadow.scope_share s WHERE s.scope = w)
        AND EXISTS (
            SELECT 1 FROM shadow.device d JOIN shadow.member m ON m.login = d.login
            WHERE d.login = session_user AND d.revoked IS NULL AND m.gone IS NULL)
    ON CONFLICT DO NOTHING
$$;

CREATE OR REPLACE FUNCTION shadow.share(wanted uuid, with_login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    INSERT INTO shadow.scope_share (scope, login) VALUES (wanted, with_login) ON CONFLICT DO NOTHING;
END $$;

CREATE OR REPLACE FUNCTION shadow.unshare(wanted uuid, with_login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    DELETE FROM shadow.scope_share WHERE scope = wanted AND login = with_login;
END $$;

CREATE OR REPLACE FUNCTION shadow.give(wanted uuid, to_login text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    DELETE FROM shadow.scope_owner WHERE scope = wanted;
    INSERT INTO shadow.scope_owner (scope, login) VALUES (wanted, to_login);
END $$;

-- The first lead who comes gives the hub its team; after that it stays.
CREATE OR REPLACE FUNCTION shadow.found(wanted text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    UPDATE shadow.about SET root = wanted WHERE root IS NULL;
    RETURN (SELECT root FROM shadow.about);
END $$;

CREATE OR REPLACE FUNCTION shadow.add_device(new_device text, of_login text, new_label text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    IF NOT EXISTS (SELECT 1 FROM shadow.member WHERE login = of_login AND gone IS NULL) THEN
        RAISE EXCEPTION 'no such member' USING ERRCODE = 'no_data_found';
    END IF;
    INSERT INTO shadow.device (device, login, label) VALUES (new_device, of_login, new_label) ON CONFLICT DO NOTHING;
    IF NOT EXISTS (
        SELECT 1 FROM shadow.device WHERE device = new_device AND login = of_login AND revoked IS NULL
    ) THEN
        RAISE EXCEPTION 'this device is another member''s, or was revoked' USING ERRCODE = 'unique_violation';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION shadow.revoke_device(old_device text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    UPDATE shadow.device SET revoked = now() WHERE device = old_device AND revoked IS NULL;
    RETURN EXISTS (SELECT 1 FROM shadow.device WHERE device = old_device);
END $$;

CREATE OR REPLACE FUNCTION shadow.revoke_member(old_login text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM shadow.must_lead();
    UPDATE shadow.member SET gone = now() WHERE login = old_login AND gone IS NULL;
    UPDATE shadow.device SET revoked = now() WHERE login = old_login AND revoked IS NULL;
    RETURN EXISTS (SELECT 1 FROM shadow.member WHERE login = old_login);
END $$;

-- Contents that no standing photo and no standing report are made of. It can only take what the log has given up.
CREATE OR REPLACE FUNCTION shadow.drop_unused() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH named AS (
        SELECT c.scope, c.record_id, v.value AS sha256
        FROM shadow.change c, jsonb_each_text(c.body::jsonb -> 'data') v
        WHERE c.kind IN ('attachment', 'edition') AND c.op = 'put'
            AND v.key IN ('sha256', 'content_sha256', 'pdf_sha256')
    ), withdrawn AS (
        SELECT DISTINCT c.record_id FROM shadow.change c
        WHERE c.kind = 'edition' AND c.op = 'put' AND c.body::jsonb #>> '{data,withdrawn_at}' IS NOT NULL
    )
    DELETE FROM shadow.blob b WHERE NOT EXISTS (
        SELECT 1 FROM named n WHERE n.scope = b.scope AND n.sha256 = b.sha256
            AND n.record_id NOT IN (SELECT record_id FROM withdrawn))
$$;

-- What the lead erases loses its content here, and leaves husks, so that numbers keep running.
CREATE OR REPLACE FUNCTION shadow.erase(wanted uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    many bigint;
BEGIN
    PERFORM shadow.must_lead();
    IF CAST('{team}' AS uuid) = ANY (wanted) THEN
        RAISE EXCEPTION 'the team itself cannot be erased' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO shadow.erased (record_id) SELECT DISTINCT w FROM unnest(wanted) AS w ON CONFLICT DO NOTHING;
    UPDATE shadow.change SET op = 'erase', body = CAST(jsonb_build_object(
        'data', shadow.left_of(kind, body::jsonb -> 'data'), 'replaces', CAST('{}' AS jsonb), 'label', '',
        'author', body::jsonb -> 'author', 'action', body::jsonb -> 'action', 'undoes', body::jsonb -> 'undoes') AS text)
    WHERE (record_id = ANY (wanted) OR scope = ANY (wanted)) AND op = 'put';
    GET DIAGNOSTICS many = ROW_COUNT;
    PERFORM shadow.drop_unused();
    RETURN many;
END $$;

ALTER TABLE shadow.change ENABLE ROW LEVEL SECURITY;
ALTER TABLE shadow.change FORCE ROW LEVEL SECURITY;
ALTER TABLE shadow.blob ENABLE ROW LEVEL SECURITY;
ALTER TABLE shadow.blob FORCE ROW LEVEL SECURITY;

DROP POLICY IF EXISTS owner_all ON shadow.change;
CREATE POLICY owner_all ON shadow.change TO shadow_owner USING (true) WITH CHECK (true);
DROP POLICY IF EXISTS owner_all ON shadow.blob;
CREATE POLICY owner_all ON shadow.blob TO shadow_owner USING (true) WITH CHECK (true);

DROP POLICY IF EXISTS member_reads ON shadow.change;
CREATE POLICY member_reads ON shadow.change FOR SELECT TO shadow_shadower, shadow_lead
    USING (scope IN (SELECT scope FROM shadow.my_scopes));
DROP POLICY IF EXISTS lead_reads ON shadow.change;
CREATE POLICY lead_reads ON shadow.change FOR SELECT TO shadow_lead
    USING ((SELECT role FROM shadow.me) = 'lead');

DROP POLICY IF EXISTS member_adds ON shadow.change;
CREATE POLICY member_adds ON shadow.change FOR INSERT TO shadow_shadower, shadow_lead
    WITH CHECK (
        device IN (SELECT device FROM shadow.my_devices)
        AND substr(cid, 17) = device
        AND scope IN (SELECT scope FROM shadow.my_scopes)
        AND CASE op
            WHEN 'put' THEN record_id NOT IN (SELECT record_id FROM shadow.erased)
                AND scope NOT IN (SELECT record_id FROM shadow.erased)
            ELSE shadow.is_blank(kind, body) AND shadow.is_void(scope, record_id)
        END);
DROP POLICY IF EXISTS lead_adds ON shadow.change;
CREATE POLICY lead_adds ON shadow.change FOR INSERT TO shadow_lead
    WITH CHECK (
        (SELECT role FROM shadow.me) = 'lead'
        AND EXISTS (SELECT 1 FROM shadow.my_devices)
        AND CASE op
            WHEN 'put' THEN record_id NOT IN (SELECT record_id FROM shadow.erased)
                AND scope NOT IN (SELECT record_id FROM shadow.erased)
            ELSE shadow.is_blank(kind, body)
        END);

DROP POLICY IF EXISTS member_reads ON shadow.blob;
CREATE POLICY member_reads ON shadow.blob FOR SELECT TO shadow_shadower, shadow_lead
    USING (scope IN (SELECT scope FROM shadow.my_scopes) OR (SELECT role FROM shadow.me) = 'lead');
DROP POLICY IF EXISTS member_adds ON shadow.blob;
CREATE POLICY member_adds ON shadow.blob FOR INSERT TO shadow_shadower, shadow_lead
    WITH CHECK (
        EXISTS (SELECT 1 FROM shadow.my_devices)
        AND (scope IN (SELECT scope FROM shadow.my_scopes) OR (SELECT role FROM shadow.me) = 'lead'));

REVOKE ALL ON ALL TABLES IN SCHEMA shadow FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA shadow FROM PUBLIC;
GRANT USAGE ON SCHEMA shadow TO shadow_shadower, shadow_lead;
GRANT SELECT ON shadow.about, shadow.me, shadow.my_devices, shadow.my_scopes, shadow.erased
    TO shadow_shadower, shadow_lead;
GRANT SELECT ON shadow.people, shadow.laptops TO shadow_lead;
GRANT SELECT, INSERT (scope, device, seq, cid, op, kind, record_id, body) ON shadow.change
    TO shadow_shadower, shadow_lead;
GRANT SELECT, INSERT (scope, sha256, data) ON shadow.blob TO shadow_shadower, shadow_lead;
GRANT EXECUTE ON FUNCTION shadow.is_lead(), shadow.is_void(uuid, uuid), shadow.is_blank(text, text),
    shadow.left_of(text, jsonb), shadow.claim(uuid[]),
    shadow.drop_unused() TO shadow_shadower, shadow_lead;
GRANT EXECUTE ON FUNCTION shadow.erase(uuid[]), shadow.share(uuid, text), shadow.unshare(uuid, text), shadow.give(uuid, text),
    shadow.found(text), shadow.add_device(text, text, text), shadow.revoke_device(text), shadow.revoke_member(text)
    TO shadow_lead;

-- What is shown of each record, worked out from its changes as `storage/folding.py` does it: of each field the value
-- of the change that nobody has replaced; of several the one with the highest id. Order and clocks decide nothing.

CREATE OR REPLACE FUNCTION shadow.fold(entries jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    WITH entry AS (
        SELECT e.value ->> 'cid' AS cid, e.value -> 'data' AS data, e.value -> 'replaces' AS replaces
        FROM jsonb_array_elements(entries) e
    ), field AS (
        SELECT DISTINCT f.key FROM entry, jsonb_each(entry.data) f
    ), replaced AS (
        SELECT DISTINCT r.key, c.value AS cid
        FROM entry, jsonb_each(entry.replaces) r,
            jsonb_array_elements_text(CASE jsonb_typeof(r.value) WHEN 'array' THEN r.value ELSE '[]' END) c
    ), standing AS (
        SELECT DISTINCT ON (field.key) field.key, entry.data -> field.key AS value
        FROM field JOIN entry ON entry.data ? field.key OR entry.replaces = '{}'
            LEFT JOIN replaced ON replaced.key = field.key AND replaced.cid = entry.cid
        ORDER BY field.key, (replaced.cid IS NULL) DESC, entry.cid COLLATE "C" DESC
    )
    SELECT COALESCE(jsonb_object_agg(key, value) FILTER (WHERE value IS NOT NULL), '{}') FROM standing
$$;

-- Most records were written once, and need no folding. A record is shown once the change that made it is here.
CREATE OR REPLACE VIEW shadow.shown AS
    SELECT kind, record_id, CASE
        WHEN count(*) = 1 THEN (array_agg(entry -> 'data'))[1]
        ELSE shadow.fold(jsonb_agg(entry || jsonb_build_object('cid', cid)))
        END AS shown
    FROM (
        SELECT c.kind, c.record_id, c.cid, c.body::jsonb - 'author' - 'action' - 'label' - 'undoes' AS entry
        FROM shadow.change c WHERE c.op = 'put'
    ) AS put
    GROUP BY kind, record_id
    HAVING bool_or(entry -> 'replaces' = '{}');

-- What anybody wrote into a field may be anything: what is no time, number or id is shown as nothing.
CREATE OR REPLACE FUNCTION shadow.as_time(value text) RETURNS timestamptz
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
BEGIN
    RETURN CAST(value AS timestamptz);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION shadow.as_day(value text) RETURNS date
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN CAST(value AS date);
EXCEPTION WHEN OTHERS THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION shadow.as_id(value text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN CAST(value AS uuid) END
$$;

CREATE OR REPLACE FUNCTION shadow.as_number(value text) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN value ~ '^-?[0-9]{1,18}(\.[0-9]{1,30})?$' THEN CAST(value AS double precision) END
$$;

CREATE OR REPLACE FUNCTION shadow.as_whole(value text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN value ~ '^-?[0-9]{1,18}$' THEN CAST(value AS bigint) END
$$;

CREATE OR REPLACE FUNCTION shadow.as_flag(value text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE value WHEN 'true' THEN true WHEN 'false' THEN false END
$$;

CREATE OR REPLACE FUNCTION shadow.as_list(value jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE jsonb_typeof(value) WHEN 'array' THEN value ELSE '[]' END
$$;

-- Roles belong to the whole server. The owner cannot log in; members' logins belong to one of the others.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['shadow_owner', 'shadow_shadower', 'shadow_lead', 'shadow_reader'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = wanted) THEN
            EXECUTE 'CREATE ROLE ' || quote_ident(wanted) || ' NOLOGIN';
        END IF;
    END LOOP;
    IF NOT pg_has_role(current_user, 'shadow_owner', 'USAGE') THEN
        EXECUTE 'GRANT shadow_owner TO ' || quote_ident(current_user);
    END IF;
END $$;

CREATE SCHEMA IF NOT EXISTS shadow AUTHORIZATION shadow_owner;
CREATE SCHEMA IF NOT EXISTS shadow_bi AUTHORIZATION shadow_owner;
SET ROLE shadow_owner;

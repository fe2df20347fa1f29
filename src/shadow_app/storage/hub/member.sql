-- A login of the server without a password, if it is not there yet: the administrator decides how it proves itself.
DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {login}) THEN
        EXECUTE 'CREATE ROLE ' || quote_ident({login}) || ' LOGIN';
    END IF;
    EXECUTE 'REVOKE shadow_shadower, shadow_lead FROM ' || quote_ident({login});
    EXECUTE 'GRANT {group} TO ' || quote_ident({login});
    SET LOCAL ROLE shadow_owner;
    INSERT INTO shadow.member (login, name, role) VALUES ({login}, {name}, {role})
        ON CONFLICT (login) DO UPDATE SET name = {name}, role = {role}, gone = NULL;
    RESET ROLE;
END $$;

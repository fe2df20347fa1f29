DO $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = {login}) THEN
        EXECUTE 'CREATE ROLE ' || quote_ident({login}) || ' LOGIN';
    END IF;
    EXECUTE 'GRANT shadow_reader TO ' || quote_ident({login});
END $$;

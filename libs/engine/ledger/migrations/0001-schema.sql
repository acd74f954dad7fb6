-- The ledger's own schema. Its owner cannot log in; the application's role owns nothing in it.
create schema ledger authorization svl_ledger;

grant usage on schema ledger to :app_role, svl_import, svl_projector, svl_relay;

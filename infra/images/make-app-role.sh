#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume: the role as whom the application works. It owns nothing and
# inherits nothing; migrations, as the owner, grant it what it may do.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$SVL_APP_PASSWORD" <<'SQL'
create role svl_app login noinherit password :'password';
grant connect on database social_value_ledger to svl_app;
SQL

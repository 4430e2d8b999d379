#!/bin/sh
# Two databases, each with a user of its own. Run once by PostgreSQL's image, on an empty volume.
set -eu
secrets=${SECRETS:-/run/secrets}
for name in freihafen nextcloud; do
    psql --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<END
create role $name login password '$(cat "$secrets/db-$name")';
create database $name owner $name encoding 'UTF8' template template0;
revoke all on database $name from public;
END
done

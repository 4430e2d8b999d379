#!/bin/sh
# What a Nextcloud needs so that Freihafen can keep workspaces in it: the Team folders app, people
# and groups from the directory, and a service account that is no administrator. Nextcloud's image
# runs this once, after it installed itself; for a Nextcloud of your own, read it as a list.
set -eu

base=${LDAP_BASE:?}
secrets=${SECRETS:-/run/secrets}
occ() {
    php "${NEXTCLOUD:-/var/www/html}/occ" --no-interaction "$@"
}
ldap() {
    occ ldap:set-config s01 "$1" "$2"
}

occ app:install groupfolders
occ app:enable user_ldap

# People and groups of the service "working", as ldap-schema/README.md describes them. What people
# read as a group's name is also what Nextcloud keeps as its id.
occ ldap:create-empty-config
ldap ldapHost "${LDAP_URL:?}"
ldap ldapPort "${LDAP_PORT:?}"
ldap ldapAgentName "cn=cloud-working,ou=services,$base"
ldap ldapAgentPassword "$(cat "$secrets/cloud-working")"
ldap ldapBase "$base"
ldap ldapBaseUsers "ou=people,$base"
ldap ldapBaseGroups "ou=groups,$base"
ldap ldapUserFilter '(&(objectClass=fhPerson)(fhState=active))'
ldap ldapLoginFilter '(&(objectClass=fhPerson)(fhState=active)(uid=%uid))'
ldap ldapGroupFilter '(objectClass=fhGroup)'
ldap ldapGroupMemberAssocAttr member
ldap ldapGroupDisplayName fhName
ldap ldapUserDisplayName displayName
ldap ldapEmailAttribute mail
ldap ldapExpertUsernameAttr fhId
ldap ldapExpertUUIDUserAttr entryUUID
ldap ldapExpertUUIDGroupAttr entryUUID
ldap ldapPagingSize 500
ldap ldapCacheTTL 60
ldap ldapConfigurationActive 1
occ config:app:set user_ldap bgjRefreshInterval --value=300

# How soon people see what changed (never 0).
occ config:system:set fs_mount_cache_duration --type=integer --value=5

# Nobody learns here who else is a member.
occ config:app:set core shareapi_allow_share_dialog_user_enumeration --value=no
occ config:app:set core shareapi_restrict_user_enumeration_full_match --value=no

# The service account may keep Team folders, all of this cloud's, and nothing else.
occ group:add freihafen
OC_PASS=$(cat "$secrets/nextcloud-service") \
    occ user:add --password-from-env --group=freihafen --display-name=Freihafen freihafen
occ admin-delegation:add 'OCA\GroupFolders\Settings\Admin' freihafen

# Its app password, where Freihafen reads it. Whole or not there.
umask 022
handover=${HANDOVER:-/var/www/data}
NC_PASS=$(cat "$secrets/nextcloud-service") \
    occ user:auth-tokens:add --password-from-env freihafen | tail -n 1 > "$handover/app-password.new"
mv "$handover/app-password.new" "$handover/app-password"

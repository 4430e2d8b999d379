package org.freihafen.policy;

import org.freihafen.policy.Requirement.Sign;
import org.freihafen.policy.Requirement.Sign.Capability;
import org.freihafen.policy.Requirement.Sign.Hidden;
import org.freihafen.policy.Requirement.Sign.Present;
import org.freihafen.policy.Requirement.Sign.Tried;

import java.util.ArrayList;
import java.util.List;

/** The whole list for one cloud, in the order in which an administrator goes through it. */
public final class Requirements {
    public static final String CONNECTION = "connection";
    public static final String DELEGATION = "delegation";
    public static final String GROUPS = "groups";
    public static final String ENUMERATION = "enumeration";

    private static final String CORE = "occ config:app:set core ";
    private static final String SHARING = "occ config:app:set files_sharing ";
    private static final String LDAP = "occ ldap:set-config s01 ";

    private final CloudPolicy policy;
    private final List<Requirement> all = new ArrayList<>();

    private Requirements(CloudPolicy policy) {
        this.policy = policy;
    }

    public static List<Requirement> of(CloudPolicy policy) {
        Requirements list = new Requirements(policy);
        list.everyCloud();
        if (policy.internal()) {
            list.internalOnly();
        }
        return List.copyOf(list.all);
    }

    private void everyCloud() {
        String group = policy.serviceGroup();
        add(
                CONNECTION,
                new Tried(),
                "occ group:add " + group,
                "occ user:add --group=" + group + " --display-name=Freihafen freihafen",
                "occ user:auth-tokens:add freihafen");
        add("team-folders", new Present("groupfolders.appVersion"), "occ app:install groupfolders");
        add(
                DELEGATION,
                new Tried(),
                "occ admin-delegation:add 'OCA\\GroupFolders\\Settings\\Admin' " + group);
        add(
                "sharing",
                new Capability("files_sharing.api_enabled", "true"),
                CORE + "shareapi_enabled --value=yes");
        add(
                "group-sharing",
                new Capability("files_sharing.group_sharing", "true"),
                CORE + "shareapi_allow_group_sharing --value=yes");
        add(
                GROUPS,
                new Tried(),
                "occ app:enable user_ldap",
                LDAP + "ldapGroupFilter '(objectClass=fhGroup)'",
                LDAP + "ldapGroupMemberAssocAttr member",
                LDAP + "ldapGroupDisplayName fhName",
                LDAP + "ldapConfigurationActive 1");
        add(
                ENUMERATION,
                new Tried(),
                CORE + "shareapi_allow_share_dialog_user_enumeration --value=no",
                CORE + "shareapi_restrict_user_enumeration_full_match --value=no");
        add(
                "entrants",
                new Hidden(),
                LDAP + "ldapAgentName cn=cloud-" + policy.bindName() + ",ou=services,BASE",
                LDAP + "ldapUserFilter '(&(objectClass=fhPerson)(fhState=active))'",
                LDAP + "ldapLoginFilter '(&(objectClass=fhPerson)(fhState=active)(uid=%uid))'",
                LDAP + "ldapExpertUsernameAttr fhId");
        add(
                "soon",
                new Hidden(),
                LDAP + "ldapCacheTTL 60",
                "occ config:app:set user_ldap bgjRefreshInterval --value=300",
                "occ config:system:set fs_mount_cache_duration --type=integer --value=5",
                "occ background:cron");
        add(
                "allow-list",
                new Capability("bruteforce.allow-listed", "true"),
                "occ config:app:set bruteForce whitelist_0 --value=ADDRESS/32");
    }

    private void internalOnly() {
        add(
                "links",
                new Capability("files_sharing.public.enabled", "false"),
                CORE + "shareapi_allow_links --value=no");
        add(
                "mail",
                new Capability("files_sharing.sharebymail.enabled", "false"),
                "occ app:disable sharebymail");
        add(
                "federation-out",
                new Capability("files_sharing.federation.outgoing", "false"),
                SHARING + "outgoing_server2server_share_enabled --value=no");
        add(
                "federation-in",
                new Capability("files_sharing.federation.incoming", "false"),
                SHARING + "incoming_server2server_share_enabled --value=no");
        add(
                "lookup",
                new Capability("files_sharing.sharee.query_lookup_default", "false"),
                SHARING + "lookupServerEnabled --value=no",
                SHARING + "lookupServerUploadEnabled --value=no");
        add(
                "resharing",
                new Capability("files_sharing.resharing", "false"),
                CORE + "shareapi_allow_resharing --value=no");
        add(
                "sharers",
                new Hidden(),
                CORE + "shareapi_exclude_groups --value=allow",
                CORE
                        + "shareapi_exclude_groups_list --value='[\""
                        + policy.serviceGroup()
                        + "\"]'");
        add(
                "federated-groups",
                new Hidden(),
                SHARING + "outgoing_server2server_group_share_enabled --value=no",
                SHARING + "incoming_server2server_group_share_enabled --value=no");
        add(
                "homes",
                new Hidden(),
                "occ user:setting freihafen files quota none",
                "occ config:app:set files default_quota --value='0 B'");
        add("activity-mail", new Hidden(), "occ config:app:set activity enable_email --value=no");
        add(
                "apps",
                new Tried(),
                "occ app:disable federation",
                "occ app:disable lookup_server_connector",
                "occ app:disable spreed",
                "occ app:disable calendar",
                "occ app:disable files_external");
    }

    private void add(String name, Sign sign, String... commands) {
        all.add(new Requirement(name, List.of(commands), sign));
    }
}

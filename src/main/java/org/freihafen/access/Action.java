package org.freihafen.access;

import static org.freihafen.access.Standing.ADMINISTRATOR;
import static org.freihafen.access.Standing.ANYONE;
import static org.freihafen.access.Standing.AUDITOR;
import static org.freihafen.access.Standing.BOARD;
import static org.freihafen.access.Standing.LEAD;
import static org.freihafen.access.Standing.MEMBER;
import static org.freihafen.access.Standing.MEMBER_OFFICE;
import static org.freihafen.access.Standing.STAND_IN;

import java.util.Set;

/**
 * Everything somebody can ask for, each with the standings in the unit concerned that suffice. This
 * is the one table of who may do what; the whole federation's root is the unit of what concerns
 * all.
 */
public enum Action {
    SEE_UNIT(ANYONE),
    SEE_MEMBERS(MEMBER, LEAD, STAND_IN, MEMBER_OFFICE),
    SEE_FOLDERS(MEMBER, LEAD, STAND_IN, AUDITOR),
    SEE_GRANTS(MEMBER, LEAD, STAND_IN, ADMINISTRATOR, AUDITOR),
    SEE_REACH(AUDITOR),
    FOUND_UNIT(MEMBER, LEAD, STAND_IN, ADMINISTRATOR),
    CHANGE_UNIT(LEAD, STAND_IN, ADMINISTRATOR),
    INVITE(LEAD, STAND_IN),
    HOST_GUEST(LEAD, STAND_IN),
    END_MEMBERSHIP(LEAD, STAND_IN),
    RECORD_ELECTION(MEMBER_OFFICE),
    NAME_LEADS(LEAD, STAND_IN, ADMINISTRATOR),
    LEAVE(MEMBER, LEAD),
    CREATE_FOLDER(LEAD, STAND_IN),
    GRANT(LEAD, STAND_IN),
    ASK_ACCESS(LEAD, STAND_IN),
    END_GRANT(LEAD, STAND_IN, ADMINISTRATOR),
    SEE_DRIFT(LEAD, STAND_IN, ADMINISTRATOR, AUDITOR),
    REPAIR_DRIFT(LEAD, STAND_IN, ADMINISTRATOR),
    RULE_CEILING(LEAD, STAND_IN, BOARD, ADMINISTRATOR),
    RULE_STRUCTURE(ADMINISTRATOR),
    RULE_ROSTER(MEMBER_OFFICE),
    SEE_ROSTER(MEMBER_OFFICE, AUDITOR),
    SEE_PERSON(MEMBER_OFFICE),
    ANSWER_ADDRESS(MEMBER_OFFICE, ADMINISTRATOR),
    WELCOME(MEMBER_OFFICE),
    SEE_RECORD(MEMBER_OFFICE),
    ANSWER_RIGHTS(MEMBER_OFFICE),
    RULE_ERASURES(MEMBER_OFFICE),
    RULE_UNUSED(MEMBER_OFFICE),
    ASK_RELEASE(LEAD, BOARD),
    ANSWER_RELEASE(MEMBER_OFFICE),
    REQUEST_CHANGE(LEAD, BOARD),
    WORK_CHANGES(MEMBER_OFFICE),
    SEE_REPORTS(LEAD, BOARD, MEMBER_OFFICE, AUDITOR),
    SEE_RETENTION(MEMBER_OFFICE, ADMINISTRATOR, AUDITOR),
    ISSUE_PASSWORD_LINK(ADMINISTRATOR),
    CHANGE_LOGIN(MEMBER_OFFICE),
    SEE_TARGETS(ADMINISTRATOR, AUDITOR),
    RUN_TARGETS(ADMINISTRATOR),
    SEE_LETTERS(ADMINISTRATOR),
    SEND_LETTERS(ADMINISTRATOR),
    SEE_DUTIES(ADMINISTRATOR, AUDITOR),
    GIVE_DUTIES(ADMINISTRATOR),
    SEE_AUDIT(LEAD, STAND_IN, ADMINISTRATOR, AUDITOR),
    VERIFY_AUDIT(ADMINISTRATOR, AUDITOR);

    @SuppressWarnings("ImmutableEnumChecker") // Set.of makes immutable sets
    private final Set<Standing> suffices;

    Action(Standing... suffices) {
        this.suffices = Set.of(suffices);
    }

    public boolean allowedTo(Set<Standing> standings) {
        return standings.stream().anyMatch(suffices::contains);
    }

    public Set<Standing> suffices() {
        return suffices;
    }
}

package org.freihafen.directory.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.ObjectClassDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import com.unboundid.ldif.LDIFReader;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * {@code ldap-schema/} has one source; {@code -Dschema=write} makes OpenLDAP's form from it again.
 */
class LdapSchemaTest {

    private static final Path SOURCE = Path.of("ldap-schema/freihafen.schema.ldif");
    private static final Path OPENLDAP = Path.of("ldap-schema/openldap/freihafen.ldif");
    private static final String ARC = "2.25.82308296692332907587769739880311223733";

    @Test
    void openldap_has_the_same_schema_in_its_own_form() throws Exception {
        String made = openldapForm(Files.readString(SOURCE));
        if ("write".equals(System.getProperty("schema"))) {
            Files.writeString(OPENLDAP, made);
        }
        assertThat(Files.readString(OPENLDAP)).isEqualTo(made);
    }

    @Test
    void both_forms_define_the_same_attributes_and_classes() throws Exception {
        Entry source = entryOf(SOURCE);
        Entry openldap = entryOf(OPENLDAP);
        assertThat(openldap.getAttributeValues("olcAttributeTypes"))
                .containsExactly(source.getAttributeValues("attributeTypes"));
        assertThat(openldap.getAttributeValues("olcObjectClasses"))
                .containsExactly(source.getAttributeValues("objectClasses"));
    }

    @Test
    void every_class_allows_only_attributes_that_are_defined() throws Exception {
        Schema ours = ours();
        Schema all = requireNonNull(Schema.mergeSchemas(Schema.getDefaultStandardSchema(), ours));
        for (ObjectClassDefinition type : ours.getObjectClasses()) {
            assertThat(List.of(type.getRequiredAttributes())).allMatch(defined(all));
            assertThat(List.of(type.getOptionalAttributes())).allMatch(defined(all));
        }
    }

    @Test
    void names_and_numbers_are_our_own_and_used_once() throws Exception {
        Schema ours = ours();
        assertThat(ours.getAttributeTypes())
                .extracting(AttributeTypeDefinition::getNameOrOID)
                .allMatch(name -> name.startsWith("fh"))
                .doesNotHaveDuplicates();
        assertThat(ours.getAttributeTypes())
                .extracting(AttributeTypeDefinition::getOID)
                .allMatch(oid -> oid.startsWith(ARC + ".1."))
                .doesNotHaveDuplicates();
        assertThat(ours.getObjectClasses())
                .extracting(ObjectClassDefinition::getOID)
                .allMatch(oid -> oid.startsWith(ARC + ".2."))
                .doesNotHaveDuplicates();
    }

    private static Schema ours() throws Exception {
        return requireNonNull(Schema.getSchema(SOURCE.toFile()));
    }

    private static Predicate<String> defined(Schema schema) {
        return name -> schema.getAttributeType(name) != null;
    }

    private static Entry entryOf(Path ldif) throws Exception {
        try (LDIFReader reader = new LDIFReader(ldif.toFile())) {
            return requireNonNull(reader.readEntry());
        }
    }

    private static String openldapForm(String source) {
        String definitions = source.substring(source.indexOf("\nattributeTypes:") + 1);
        return """
        # Made from ../freihafen.schema.ldif by LdapSchemaTest: change that file, not this one.
        dn: cn=freihafen,cn=schema,cn=config
        objectClass: olcSchemaConfig
        cn: freihafen
        """
                + definitions
                        .replaceAll("(?m)^attributeTypes:", "olcAttributeTypes:")
                        .replaceAll("(?m)^objectClasses:", "olcObjectClasses:");
    }
}

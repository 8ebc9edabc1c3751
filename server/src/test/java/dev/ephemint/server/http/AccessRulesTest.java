package dev.ephemint.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.ephemint.server.http.filter.Access;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class AccessRulesTest {

    /** A mint spends the operator's money; all else shows what is public. */
    @Test
    void onlyMintsAndCallsNeedACaller() {
        Map<String, Access.Rule> rules = new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.ephemint.server").stream()
                        .filter(type -> type.isAnnotatedWith(Access.class))
                        .collect(Collectors.toMap(
                                JavaClass::getSimpleName,
                                type -> type.getAnnotationOfType(Access.class).value()));

        assertThat(rules)
                .containsOnlyKeys(
                        "RealtimeResource",
                        "CallResource",
                        "HealthResource",
                        "ContractResource",
                        "DocsResource",
                        "PageResource",
                        "BrowserResource")
                .containsEntry("RealtimeResource", Access.Rule.CALLER)
                .containsEntry("CallResource", Access.Rule.CALLER);
        assertThat(rules.values()).filteredOn(Access.Rule.CALLER::equals).hasSize(2);
    }
}

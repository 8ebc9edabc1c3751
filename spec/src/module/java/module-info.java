/**
 * The contract's models, and the JSON mapping below them.
 *
 * <p>Jackson 3 on the module path does not find {@code ContractModule} automatically; add it: a module cannot provide a service of
 * another that is absent at run time.
 */
module dev.ephemint.contract {
    requires com.fasterxml.jackson.databind;
    requires static jakarta.annotation;
    requires static tools.jackson.databind;
    requires static transitive org.jspecify;
    requires transitive org.openapitools.jackson.nullable;

    exports dev.ephemint.contract.jackson3;
    exports dev.ephemint.contract.model;
    exports dev.ephemint.contract to
            dev.ephemint.client;
    exports dev.ephemint.contract.redaction to
            dev.ephemint.client;

    // Jackson creates readers and writers by reflection.
    opens dev.ephemint.contract to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
    opens dev.ephemint.contract.jackson3 to
            tools.jackson.databind;
    opens dev.ephemint.contract.model to
            com.fasterxml.jackson.databind,
            tools.jackson.databind;
}

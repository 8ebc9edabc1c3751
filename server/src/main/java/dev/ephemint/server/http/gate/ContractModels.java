package dev.ephemint.server.http.gate;

import dev.ephemint.contract.model.ErrorResponse;

/** Recognizes the classes that were generated from the contract. */
public final class ContractModels {

    private static final String PACKAGE = ErrorResponse.class.getPackageName();

    private ContractModels() {}

    public static boolean isModel(Class<?> type) {
        return type.getPackageName().equals(PACKAGE);
    }
}

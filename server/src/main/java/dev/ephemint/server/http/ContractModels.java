package dev.ephemint.server.http;

import dev.ephemint.contract.model.ErrorResponse;

/** Tells the classes that were generated from the contract. */
final class ContractModels {

    private static final String ROOM = ErrorResponse.class.getPackageName();

    private ContractModels() {}

    static boolean isModel(Class<?> type) {
        return type.getPackageName().equals(ROOM);
    }
}

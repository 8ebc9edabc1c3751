package dev.ephemint.conformance.fuzz;

/**
 * One check that failed.
 *
 * @param code of the error in the response, empty if there is none
 * @param request its body, as text
 */
record FuzzFailure(String check, String operation, int status, String code, String request, String response) {

    /** What an entry of the list of known failures is compared with. */
    String signature() {
        return check + " | " + operation + " | " + status + " | " + code;
    }

    @Override
    public String toString() {
        return signature() + "\n  request  " + request + "\n  response " + response;
    }
}

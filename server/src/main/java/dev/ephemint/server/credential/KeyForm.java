package dev.ephemint.server.credential;

import java.util.List;

/** The form of a vendor's keys. Forms change, so a key of another form is only reported as doubtful. */
enum KeyForm {
    /** OpenAI's begin with {@code sk-}; a compatible server's may not. */
    OPENAI {
        @Override
        List<String> doubts(String key) {
            return key.startsWith("sk-") || isEphemeral(key)
                    ? ephemeral(key)
                    : List.of("the key does not begin with sk-, as OpenAI's do");
        }
    },
    AZURE {
        @Override
        List<String> doubts(String key) {
            return key.startsWith("sk-")
                    ? List.of("the key begins with sk-, as OpenAI's do and Azure's do not")
                    : ephemeral(key);
        }
    };

    abstract List<String> doubts(String key);

    private static List<String> ephemeral(String key) {
        return isEphemeral(key)
                ? List.of("the key begins with ek_: that is a minted token, which mints nothing")
                : List.of();
    }

    private static boolean isEphemeral(String key) {
        return key.startsWith("ek_");
    }
}

package dev.ephemint.contract.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A session of a type that this version of the contract does not know, or of none, with every member as it came. */
public final class UnknownSession implements Session, SessionRequest {

    private final Map<String, Object> members = new LinkedHashMap<>();

    @JsonAnyGetter
    public Map<String, Object> getMembers() {
        return members;
    }

    @JsonAnySetter
    public void putMember(String name, Object value) {
        members.put(name, value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownSession && ((UnknownSession) other).members.equals(members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    /** Names only: what is unknown may be a secret. */
    @Override
    public String toString() {
        return "UnknownSession" + members.keySet();
    }
}

package dev.ephemint.contract.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object of an unknown type, with all its members. */
@JsonAutoDetect(getterVisibility = Visibility.NONE)
abstract class UnknownMembers {

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
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((UnknownMembers) other).members.equals(members);
    }

    @Override
    public final int hashCode() {
        return members.hashCode();
    }

    /** Names only: an unknown value may be a secret. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + members.keySet();
    }

    final String text(String name) {
        return members.get(name) instanceof String ? (String) members.get(name) : null;
    }
}

package dev.ephemint.contract.model;

/** An event of a type that this version of the contract does not know, or of none, with every member as it came. */
public final class UnknownEvent extends UnknownMembers implements ServerEvent, ClientEvent {

    @Override
    public String getType() {
        return text("type");
    }

    @Override
    public String getEventId() {
        return text("event_id");
    }
}

package dev.ephemint.contract.model;

/** An event of an unknown or missing type, with all its members. */
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

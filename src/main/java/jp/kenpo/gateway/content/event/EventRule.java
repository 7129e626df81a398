package jp.kenpo.gateway.content.event;

import jp.kenpo.gateway.content.message.PointedRule;

/** What an event must keep to beside the rules of all messages and those of its columns; ours. */
enum EventRule implements PointedRule {
    /** No line of a table may be longer either. */
    TOO_LONG("J01");

    private final String id;

    EventRule(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}

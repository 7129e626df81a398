package jp.kenpo.gateway.content.qualification;

import jp.kenpo.gateway.member.Pseudonym;

/** One version of one event of one person, as it was sent. Sending the same again changes nothing. */
public record SentRecord(Pseudonym person, String eventId, int version) {}

package jp.kenpo.gateway.content.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about.
 *
 * @param transfer id of the transfer; null for a file that was only looked at
 * @param fileName name under which the file came; null for a message. For people only
 * @param layout id of the layout that it was read by
 * @param sha256 hash of its bytes, 64 hex digits; null if it was not taken
 * @param receivedAt null for a file that was only looked at
 */
public record ReportSubject(
        @Nullable String transfer,
        @Nullable String fileName,
        String layout,
        @Nullable String sha256,
        @Nullable Instant receivedAt) {}

package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import org.junit.jupiter.api.Test;

class EntryViewTest {

    @Test
    void tellsTheTimesOfAnEntryAsListsDo() {
        Entry entry = new Entry(
                7,
                Instant.parse("2026-09-30T22:00:00Z"),
                null,
                EntryKind.RESTORED,
                null,
                Map.of("backupOf", "2026-09-28T15:15:00.123456Z", "held", 3, "error", "as of 2026-09-28T15:15:00Z"),
                "");

        assertThat(EntryView.of(entry).line())
                .isEqualTo("backupOf=2026-09-29T00:15+09:00 error=as of 2026-09-28T15:15:00Z held=3");
    }
}

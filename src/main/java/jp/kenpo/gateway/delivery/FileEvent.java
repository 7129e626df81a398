package jp.kenpo.gateway.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import org.jspecify.annotations.Nullable;

/**
 * Tells the core system that a file lies in its home: a CloudEvent in structured JSON. No value of a person in it.
 *
 * <p>Source: CloudEvents 1.0, JSON Event Format.
 */
final class FileEvent {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FileEvent() {}

    static String of(Transfer transfer, Parcel parcel, Instant now) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        TransferId parent = transfer.parent();
        data.put("transfer", transfer.id().value());
        data.put("parent", parent == null ? null : parent.value());
        if (transfer.party() != null) {
            data.put("party", transfer.party());
        }
        TransferId answers = transfer.answers();
        if (answers != null) {
            data.put("answers", answers.value());
        }
        data.put("folder", parcel.folder());
        data.put("fileName", parcel.fileName());
        data.put("size", parcel.size());
        data.put("sha256", parcel.sha256());
        data.put("records", transfer.records());
        data.put("members", transfer.members());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", transfer.id().value());
        event.put("source", "kenpo-gateway");
        event.put("type", "jp.kenpo.gateway." + transfer.interchange());
        event.put("time", now.toString());
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an event can't be written", impossible);
        }
    }
}

package jp.kenpo.gateway.payload;

/**
 * The claim check that stands for a payload.
 *
 * @param payloadId name of the payload in the store
 * @param wrappedKey the payload's own key, encrypted with the installation's key, Base64; without it the payload is noise
 * @param sha256 hash of the bytes as they came, 64 hex digits
 * @param size number of the bytes as they came
 */
public record Ticket(String payloadId, String wrappedKey, String sha256, long size) {}

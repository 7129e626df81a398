package jp.kenpo.gateway.content.archive;

/**
 * How large an archive may become when it is unpacked. Ours.
 *
 * @param entry most bytes of one entry, which is held in memory
 * @param total most bytes of all entries
 * @param ratio how many times its packed size an entry may have; small entries are not measured
 */
public record ZipLimits(int entry, long total, int ratio) {}

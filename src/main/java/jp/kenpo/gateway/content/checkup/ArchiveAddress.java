package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * From whom to whom an archive goes, and what for; the values stand in the layout.
 *
 * @param sender insurer number (保険者番号), 8 digits
 * @param receiver number of the agency (代行機関番号), 8 digits
 * @param interaction 種別 (.1101): 12 for viewing in the online qualification system
 * @param service 実施区分 (.1103): 1 specific checkups, 4 other checkups
 * @param split N, number of the archive among those of the day
 */
record ArchiveAddress(String sender, String receiver, String interaction, String service, int split) {

    /** Returns the name of the archive and of its folder, without {@code .zip}. */
    String archiveName(LocalDate day) {
        return sender + "_" + receiver + "_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + split + "_" + service;
    }
}

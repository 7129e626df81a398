package jp.kenpo.gateway.content.checkup;

import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/**
 * A layout of archives that are composed of received ones.
 *
 * @param archives the layout of the received archives, whose rules and fields hold
 * @param composedFrom the layout of the request
 * @param sender insurer number that sends, 8 digits
 * @param receiver agency number, 8 digits
 * @param interaction 種別
 * @param service 実施区分
 */
record CheckupRegistrationForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        String archives,
        String composedFrom,
        String sender,
        String receiver,
        String interaction,
        String service)
        implements LayoutForm {

    /** Returns from whom to whom an archive goes. One archive a day: the first number of the day. */
    ArchiveAddress address() {
        return new ArchiveAddress(sender, receiver, interaction, service, 0);
    }
}

package jp.kenpo.gateway.route;

import java.util.stream.Stream;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;

/**
 * The same bytes of two parties, or to two inquiries, are two transfers: a name that is made of the bytes alone would let
 * the one file take the place of the other.
 */
final class NameRules {

    private NameRules() {}

    static void judge(WrittenRoute route, Interchange interchange, Interchange source, Agreed agreed, Faults faults) {
        if (answers(source) && !names(interchange, "{transfer}", "{parent}")) {
            fault(route, interchange, source, "two answers", "{transfer}", faults);
        } else if (isMany(source, agreed)
                && !isMany(interchange, agreed)
                && !names(interchange, "{transfer}", "{parent}", "{party}")) {
            fault(route, interchange, source, "files of two parties", "{party} or {transfer}", faults);
        }
    }

    private static void fault(
            WrittenRoute route, Interchange interchange, Interchange source, String what, String token, Faults faults) {
        faults.add(
                RouteRule.FOLLOWS,
                route.from().line(),
                what + " on \"" + source.name() + "\" with the same bytes would get the same name on "
                        + interchange.name(),
                "Write " + token + " into its file-name");
    }

    private static boolean answers(Interchange source) {
        return source.channel() instanceof FileArrival files && files.pattern().contains("{transfer}");
    }

    private static boolean isMany(Interchange interchange, Agreed agreed) {
        return agreed.counterparty()
                .apply(interchange.counterparty())
                .filter(Counterparty::hasParties)
                .isPresent();
    }

    private static boolean names(Interchange interchange, String... tokens) {
        String name = interchange.channel() instanceof FileDelivery delivery
                ? delivery.fileName()
                : interchange.channel() instanceof AnnouncedFile announced ? announced.fileName() : "{transfer}";
        return Stream.of(tokens).anyMatch(name::contains);
    }
}

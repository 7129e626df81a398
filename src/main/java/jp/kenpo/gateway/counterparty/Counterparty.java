package jp.kenpo.gateway.counterparty;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An outside party, or the society's own core system.
 *
 * @param id for example {@code taisho-audit}
 * @param name Japanese name
 * @param english English name
 * @param ownSystem true for the core system: inside the society, so that moving data there is no provision
 * @param connection how it is reached; null where no system exchange is agreed
 * @param errorFolder folder for error reports about files that it sent (hosted: below {@code download/}); null: it gets
 *     none
 */
public record Counterparty(
        String id,
        String name,
        String english,
        boolean ownSystem,
        @Nullable Connection connection,
        @Nullable String errorFolder,
        List<Agreement> agreements,
        List<Interchange> interchanges) {}

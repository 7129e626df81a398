package jp.kenpo.gateway.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of use of the notice, and what carries it here.
 *
 * @param wording summary of the published wording in Japanese
 * @param exchange {@code yes}, {@code possible} or {@code none}
 * @param routes ids of the routes that name it
 * @param examples number of example cases beside those routes
 * @param reason why there is no system exchange; null where there is one
 */
public record PurposeView(
        String id,
        String wording,
        String exchange,
        List<String> routes,
        long examples,
        @Nullable String reason) {}

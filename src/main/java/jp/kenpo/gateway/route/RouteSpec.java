package jp.kenpo.gateway.route;

import java.nio.file.Path;
import java.util.List;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What one route file says.
 *
 * @param id name of the interchange it carries
 * @param purposes ids of the purposes that its steps name, in order
 * @param follows for outbound: the interchange whose acceptance starts it; null for inbound
 * @param steps URIs of the steps, in order
 */
public record RouteSpec(
        String id,
        Path file,
        int line,
        String description,
        Direction direction,
        String counterparty,
        List<String> purposes,
        @Nullable String follows,
        List<String> steps) {}

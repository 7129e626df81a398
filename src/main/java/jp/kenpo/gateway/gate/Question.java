package jp.kenpo.gateway.gate;

import java.time.LocalDate;
import java.util.Set;

/**
 * What the gate is asked.
 *
 * @param interchange full name of the interchange
 * @param purpose id of the purpose that the route names
 * @param on day of the decision, Asia/Tokyo
 * @param category data category of the content
 * @param fields fields present, as {@code category.field}
 * @param myNumber whether the content holds My Numbers
 */
public record Question(
        String interchange, String purpose, LocalDate on, String category, Set<String> fields, boolean myNumber) {}

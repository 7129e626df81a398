package jp.kenpo.gateway.content;

import java.util.Set;

/**
 * How a content is laid out, from {@code config/layouts/<id>.yaml}.
 *
 * @param id for example {@code receipt}
 * @param category data category that it carries
 * @param kind the reader: {@code receipt-payer}, {@code csv}, {@code re-examination-selection}
 * @param certainty how certain the layout is: {@code verified}, {@code inferred}, {@code sandbox}
 * @param fields declared fields, as {@code category.field}
 * @param flags what its rows say about their members
 */
public record Layout(
        String id, String category, String kind, String certainty, Set<String> fields, Set<RowFlag> flags) {}

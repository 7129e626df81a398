package jp.kenpo.gateway.content.checkup;

import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/**
 * A layout of checkup results for an employer (事業主), composed of received archives.
 *
 * @param table the layout of the table that is made, with the columns of {@link EmployerResults}
 * @param composedFrom the layout of the request
 */
record EmployerResultsForm(
        String id, String category, String kind, Certainty certainty, String source, String table, String composedFrom)
        implements LayoutForm {}

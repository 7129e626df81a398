package jp.kenpo.gateway.content.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One form of filing as a layout file declares it.
 *
 * @param code its form code (様式コード), the first cell of its rows
 * @param name what people call it: 被保険者資格取得届
 * @param columns the cells behind the code
 * @param members columns that name the member; left out where the member has no number yet
 */
public record FilingDocumentForm(
        String code,
        String name,
        List<ColumnForm> columns,
        @Nullable MembersForm members) {}

package jp.kenpo.gateway.content.receiptcopy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.DataSchema;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.MessageForm;

/** Messages that ask for copies of receipts. */
public final class CopyRequestKind implements LayoutKind<CopyRequestForm> {

    @Override
    public String label() {
        return "receipt-copy-request";
    }

    @Override
    public Class<CopyRequestForm> form() {
        return CopyRequestForm.class;
    }

    @Override
    public void check(ConfigurationFile<CopyRequestForm> file, LayoutProblems problems) {
        CopyRequestContent.FIELDS.forEach(field -> problems.declared(file, field, "category"));
    }

    @Override
    public Set<String> fields(CopyRequestForm form, LayoutSurroundings surroundings) {
        return CopyRequestContent.FIELDS;
    }

    @Override
    public Optional<MessageForm> message(CopyRequestForm form) {
        return Optional.of(new MessageForm(List.of(CopyRequestReader.TYPE), DataSchema.of("receipt-copy-request")));
    }

    @Override
    public Content content(CopyRequestForm form, LayoutSurroundings surroundings) {
        return new CopyRequestContent();
    }
}

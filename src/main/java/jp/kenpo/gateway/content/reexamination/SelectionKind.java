package jp.kenpo.gateway.content.reexamination;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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

/** Messages that select receipts for re-examination (再審査). */
public final class SelectionKind implements LayoutKind<SelectionForm> {

    @Override
    public String label() {
        return "re-examination-selection";
    }

    @Override
    public Class<SelectionForm> form() {
        return SelectionForm.class;
    }

    @Override
    public void check(ConfigurationFile<SelectionForm> file, LayoutProblems problems) {
        SelectionContent.FIELDS.forEach(field -> problems.declared(file, field, "category"));
    }

    @Override
    public Set<String> fields(SelectionForm form, LayoutSurroundings surroundings) {
        return SelectionContent.FIELDS;
    }

    @Override
    public Charset encoding(SelectionForm form) {
        return StandardCharsets.UTF_8;
    }

    @Override
    public Optional<MessageForm> message(SelectionForm form) {
        return Optional.of(new MessageForm(List.of(SelectionReader.TYPE), DataSchema.of("re-examination-selection")));
    }

    @Override
    public Content content(SelectionForm form, LayoutSurroundings surroundings) {
        return new SelectionContent();
    }
}

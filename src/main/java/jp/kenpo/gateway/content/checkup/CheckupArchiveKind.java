package jp.kenpo.gateway.content.checkup;

import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;

/** Standard archives of checkups (特定健診) or of guidance (特定保健指導). */
public final class CheckupArchiveKind implements LayoutKind<ArchiveForm> {

    @Override
    public String label() {
        return "checkup-archive";
    }

    @Override
    public Class<ArchiveForm> form() {
        return ArchiveForm.class;
    }

    @Override
    public void check(ConfigurationFile<ArchiveForm> file, LayoutProblems problems) {
        Set<String> fields = file.content().fields();
        fields.forEach(field -> problems.declared(file, field, "fields"));
        if (fields.isEmpty()) {
            problems.needs(file, "fields");
        }
    }

    @Override
    public Set<String> fields(ArchiveForm form, LayoutSurroundings surroundings) {
        return Set.copyOf(form.fields());
    }

    @Override
    public Content content(ArchiveForm form, LayoutSurroundings surroundings) {
        return new CheckupArchiveContent(form, surroundings);
    }
}

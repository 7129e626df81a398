package jp.kenpo.gateway.content.bundle;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.CsvKind;

/** Documents in a zip, with an index that names each of them. */
public final class BundleKind implements LayoutKind<BundleForm> {

    @Override
    public String label() {
        return "document-bundle";
    }

    @Override
    public Class<BundleForm> form() {
        return BundleForm.class;
    }

    @Override
    public void check(ConfigurationFile<BundleForm> file, LayoutProblems problems) {
        BundleForm form = file.content();
        CsvKind.checkTable(file, form.index(), problems);
        problems.declared(
                file, form.holds(), form.furtherCategories() == null ? Set.of() : form.furtherCategories(), "holds");
        if (form.types().isEmpty()) {
            problems.add(file, "no type of a document", "Write the types that are agreed", "types");
        }
        if (column(form, form.document()).filter(ColumnForm::required).isEmpty()) {
            problems.add(
                    file,
                    "no required column \"" + form.document() + "\"",
                    "Name the column that names a document",
                    "document");
        }
        if (column(form, form.attestation())
                .filter(ColumnForm::required)
                .filter(each -> each.codes() != null && each.codes().size() == 1)
                .isEmpty()) {
            problems.add(
                    file,
                    "no required column \"" + form.attestation() + "\" with one code",
                    "Name the column that says that no My Number stands in the document",
                    "attestation");
        }
    }

    private static Optional<ColumnForm> column(BundleForm form, String name) {
        return form.columns().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    @Override
    public Set<String> fields(BundleForm form, LayoutSurroundings surroundings) {
        return form.fields();
    }

    @Override
    public Content content(BundleForm form, LayoutSurroundings surroundings) {
        return new BundleContent(form, surroundings);
    }

    @Override
    public Charset encoding(BundleForm form) {
        return form.encoding().charset();
    }
}

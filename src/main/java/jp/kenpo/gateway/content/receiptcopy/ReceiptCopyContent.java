package jp.kenpo.gateway.content.receiptcopy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;

/**
 * Receipts that leave as a copy. They are read as receipts; the projection leaves out the receipts of other kinds and
 * the fields that are not permitted, and gives what remains its form.
 */
public final class ReceiptCopyContent implements Content {

    /** The one field of a teaching case. */
    static final String CASE = "receipt-teaching-case.case";

    private static final String OTHER_KINDS = "receipts of other kinds";

    private final Content receipts;
    private final Set<String> receiptFields;
    private final ReceiptCopyForm form;

    /** @param receiptFields the fields that the receipts' layout declares */
    public ReceiptCopyContent(Content receipts, Set<String> receiptFields, ReceiptCopyForm form) {
        this.receipts = receipts;
        this.receiptFields = Set.copyOf(receiptFields);
        this.form = form;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        Reading reading = receipts.read(in, arrival);
        List<Finding> findings = new ArrayList<>(reading.findings());
        boolean several = form.oneMember() && reading.members() > 1;
        if (several) {
            findings.add(CopyRule.SEVERAL_MEMBERS.finding(null, "", reading.members()));
        }
        return new Reading(
                reading.counts(),
                reading.concerned(),
                teaches() ? Set.of(CASE) : reading.fields(),
                findings,
                reading.errors() + (several ? 1 : 0),
                reading.warnings(),
                reading.myNumbers());
    }

    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        if (teaches() && !permission.allows(CASE)) {
            throw new IOException("a teaching case needs the permission for the case as a whole");
        }
        if (form.kinds().isEmpty()) {
            return cut(in, out, permission);
        }
        var chosen = new ReceiptsOfKinds(in, form.kinds());
        Projected projected = cut(chosen, out, permission);
        Map<String, Long> removed = new TreeMap<>(projected.removed());
        if (chosen.leftOut() > 0) {
            removed.put(OTHER_KINDS, chosen.leftOut());
        }
        return new Projected(
                projected.records(),
                projected.left(),
                removed,
                projected.held(),
                projected.leftOut() + chosen.leftOut());
    }

    private Projected cut(InputStream in, OutputStream out, Permission permission) throws IOException {
        if (form.copyAs() == CopyAs.FILE) {
            return receipts.project(in, out, permission);
        }
        CopyWriter copy = writer(out);
        Permission allowed = teaches() ? new Permission(receiptFields, permission.maskMyNumber()) : permission;
        Projected projected = receipts.project(in, copy, allowed);
        copy.end();
        return teaches()
                ? new Projected(projected.records(), Set.of(CASE), Map.of(), projected.held(), projected.leftOut())
                : projected;
    }

    private CopyWriter writer(OutputStream out) {
        return switch (form.copyAs()) {
            case FILE -> throw new IllegalStateException("a file is copied as it is");
            case TEXT -> new TextCopy(out);
            case HTML -> new HtmlCopy(out);
            case TEACHING_CASE -> new TeachingCase(out, form.common());
        };
    }

    private boolean teaches() {
        return form.copyAs() == CopyAs.TEACHING_CASE;
    }
}

package jp.kenpo.gateway.content.reexamination;

import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/** The layout of the selection message; its keys stand in {@link SelectionContent}, not in the file. */
public record SelectionForm(String id, String category, String kind, Certainty certainty, String source)
        implements LayoutForm {}

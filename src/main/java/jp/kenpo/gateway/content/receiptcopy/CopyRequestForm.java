package jp.kenpo.gateway.content.receiptcopy;

import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/** The layout of the request message; its keys stand in {@link CopyRequestContent}, not in the file. */
public record CopyRequestForm(String id, String category, String kind, Certainty certainty, String source)
        implements LayoutForm {}

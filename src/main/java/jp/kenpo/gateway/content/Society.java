package jp.kenpo.gateway.content;

import java.util.Set;

/**
 * The society (健康保険組合) that runs this installation, from {@code config/society.yaml}.
 *
 * @param insurerNumbers its insurer numbers (保険者番号), 8 digits each
 */
public record Society(String name, String english, Set<String> insurerNumbers) {}

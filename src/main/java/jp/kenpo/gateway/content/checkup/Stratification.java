package jp.kenpo.gateway.content.checkup;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The guidance level of a person by the decision table (階層化), with its reasons.
 *
 * <p>Source: MHLW, 標準的な健診・保健指導プログラム 令和6年度版. That a missing value does not matter when every possible value gives
 * the same level is inferred.
 *
 * @param level what the table says
 * @param reasons what decided it, in the order of the table's steps
 */
public record Stratification(GuidanceLevel level, List<Reason> reasons) {

    /** What decides a level. The texts stand in {@code messages/checkupitem.properties} under {@code reason.<name>}. */
    public enum Reason {
        ON_MEDICATION,
        WAIST_OVER,
        BODY_MASS_INDEX_OVER,
        NOT_OBESE,
        BLOOD_PRESSURE,
        LIPID,
        GLUCOSE,
        SMOKING,
        NO_RISK,
        AGED_40_TO_64,
        AGED_65_TO_74,
        VALUES_MISSING;

        private boolean isRisk() {
            return compareTo(BLOOD_PRESSURE) >= 0 && compareTo(SMOKING) <= 0;
        }
    }

    private static final String TEXTS = "messages.checkupitem";

    private static final ResourceBundle.Control AS_ASKED =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Stratification {
        reasons = List.copyOf(reasons);
    }

    /** Returns the level of a person aged 40 to 74 at the end of the fiscal year. */
    public static Stratification of(RiskFactors factors) {
        Set<GuidanceLevel> levels = EnumSet.noneOf(GuidanceLevel.class);
        for (StratificationCase possible : StratificationCase.possible(factors)) {
            levels.add(possible.level());
        }
        if (levels.size() > 1) {
            return new Stratification(GuidanceLevel.CANNOT_JUDGE, List.of(Reason.VALUES_MISSING));
        }
        return new Stratification(levels.iterator().next(), reasons(factors));
    }

    private static List<Reason> reasons(RiskFactors factors) {
        if (factors.medication() == Known.YES) {
            return List.of(Reason.ON_MEDICATION);
        }
        List<Reason> reasons = new ArrayList<>();
        if (factors.waist() == Known.YES) {
            reasons.add(Reason.WAIST_OVER);
        } else if (factors.bodyMassIndex() == Known.YES) {
            reasons.add(Reason.BODY_MASS_INDEX_OVER);
        } else if (factors.waist() == Known.NO && factors.bodyMassIndex() == Known.NO) {
            return List.of(Reason.NOT_OBESE);
        }
        addRisks(factors, reasons);
        if (factors.under65() != Known.UNKNOWN) {
            reasons.add(factors.under65() == Known.YES ? Reason.AGED_40_TO_64 : Reason.AGED_65_TO_74);
        }
        return reasons;
    }

    private static void addRisks(RiskFactors factors, List<Reason> reasons) {
        int before = reasons.size();
        if (factors.bloodPressure() == Known.YES) {
            reasons.add(Reason.BLOOD_PRESSURE);
        }
        if (factors.lipid() == Known.YES) {
            reasons.add(Reason.LIPID);
        }
        if (factors.glucose() == Known.YES) {
            reasons.add(Reason.GLUCOSE);
        }
        if (reasons.size() == before) {
            reasons.add(Reason.NO_RISK);
        } else if (factors.smoking() == Known.YES) {
            reasons.add(Reason.SMOKING);
        }
    }

    /** Returns the reasons and the level for a clerk, without any value, Japanese for {@code ja}, else English. */
    public String explanation(Locale locale) {
        var texts = ResourceBundle.getBundle(TEXTS, locale, AS_ASKED);
        List<String> parts = new ArrayList<>();
        List<String> risks = new ArrayList<>();
        for (Reason reason : reasons) {
            String text = texts.getString("reason." + reason);
            if (reason.isRisk()) {
                risks.add(text);
            } else {
                addRiskPart(texts, risks, parts);
                parts.add(text);
            }
        }
        addRiskPart(texts, risks, parts);
        return String.join(texts.getString("reason.comma"), parts) + " → " + texts.getString("level." + level);
    }

    private static void addRiskPart(ResourceBundle texts, List<String> risks, List<String> parts) {
        if (!risks.isEmpty()) {
            String names = String.join(texts.getString("reason.dot"), risks);
            parts.add(MessageFormat.format(texts.getString("reason.risks"), risks.size(), names));
            risks.clear();
        }
    }
}

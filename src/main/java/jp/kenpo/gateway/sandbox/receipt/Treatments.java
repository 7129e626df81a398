package jp.kenpo.gateway.sandbox.receipt;

import static jp.kenpo.gateway.sandbox.receipt.Item.act;
import static jp.kenpo.gateway.sandbox.receipt.Item.drug;
import static jp.kenpo.gateway.sandbox.receipt.Item.material;

import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;

/**
 * What a fictional patient was given in a month, as calculation units in the order of their classes.
 *
 * <p>Codes and points have the form of the real ones and no medical meaning.
 */
final class Treatments {

    private record Kind(int actClass, int points, List<Item> items) {}

    private static final List<Kind> MANAGEMENT =
            List.of(kind(13, 225, act("113001810")), kind(13, 305, act("113006910")), kind(13, 10, act("113701310")));

    private static final List<Kind> ORAL = List.of(
            kind(21, 19, drug("620456601", "120")),
            kind(21, 3, drug("620009461", "3")),
            kind(21, 33, drug("622007301", "2"), drug("622306501", "1")),
            kind(21, 14, drug("620003541", "3")),
            kind(21, 8, drug("610406079", "1.5"), drug("612170709", "1"), drug("620000033", "2")),
            kind(21, 6, drug("622122901", "1")));

    private static final List<Kind> EXTERNAL =
            List.of(kind(23, 11, drug("620003851", "18")), kind(23, 25, drug("662610033", "42.5")));

    private static final List<Kind> INJECTION = List.of(
            kind(31, 25, act("130000510"), drug("620007344", "1")),
            kind(33, 97, act("130003810"), drug("643310190", "1"), drug("622130701", "4")),
            kind(33, 175, drug("620006246", "1"), drug("620801302", "1"), drug("620004427", "2")));

    private static final List<Kind> TREATMENT = List.of(
            kind(40, 65, act("140005610"), material("739200000", "390", "037", "0.08")),
            kind(40, 52, act("140000610"), drug("661210006", "5")),
            kind(40, 180, act("140051610")));

    private static final List<Kind> SURGERY = List.of(
            kind(50, 18370, act("150323010"), drug("621371901", "1"), drug("620805001", "1")),
            kind(50, 1536, material("710010064", "2", "039", "7680")));

    private static final List<Kind> TEST = List.of(
            kind(60, 134, act("160061710"), act("160182770")),
            kind(60, 125, act("160061810")),
            kind(60, 106, act("160022510"), act("160020910"), act("160019410"), act("160054710")),
            kind(60, 93, act("160000310"), act("160008010"), act("160010010")),
            kind(60, 144, act("160061910")),
            kind(60, 130, act("160068410"), act("160072510")));

    private static final List<Kind> IMAGING = List.of(
            kind(70, 210, act("170000410"), act("170027910"), material("700030000", "1", "002", "180")),
            kind(70, 900, act("170011810"), act("170015210")));

    private static final List<Kind> DENTAL = List.of(
            kind(13, 100, dental("302000110")),
            kind(31, 58, dental("305000210")),
            kind(41, 72, dental("309000110")),
            kind(41, 68, dental("309002310"), dental("309002410")),
            kind(60, 50, dental("303000110")),
            kind(80, 192, dental("313000210")));

    private static final List<Kind> DISPENSED = List.of(
            kind(1, 19, drug("620456601", "1")),
            kind(1, 3, drug("620009461", "3")),
            kind(1, 33, drug("622007301", "2"), drug("622306501", "1")),
            kind(5, 11, drug("620003851", "18")));

    private static final Kind NURSING_VISIT = kind(0, 5550, act("510000110"));
    private static final Kind NURSING_MANAGEMENT = kind(0, 7670, act("550000110"));

    private static final List<String> COMMENTS = List.of("０２", "１１", "前回の実施日から間隔をあけた", "食後に服用するよう説明した");

    private final Chance chance;
    private final Days visits;
    private final boolean publicPayer;
    private final boolean allShared;
    private final List<Unit> units = new ArrayList<>();

    /** @param allShared whether the public payer shares in everything, and not only in some units */
    Treatments(Chance chance, Days visits, boolean publicPayer, boolean allShared) {
        this.chance = chance;
        this.visits = visits;
        this.publicPayer = publicPayer;
        this.allShared = allShared;
    }

    List<Unit> outpatient() {
        boolean firstVisit = chance.inPercent(20);
        everyVisit(firstVisit ? kind(11, 288, act("111000110")) : kind(12, 75, act("112007410"), act("112011010")));
        some(MANAGEMENT, 40, 1, 1);
        prescribed(ORAL, chance.between(1, 5));
        some(EXTERNAL, 35, 1, 1);
        once(kind(25, 68, act("120002910")));
        some(INJECTION, 25, 1, 2);
        some(TREATMENT, 20, 1, 2);
        some(TEST, 65, 1, 5);
        some(IMAGING, 20, 1, 1);
        return units;
    }

    List<Unit> inpatient() {
        some(MANAGEMENT, 90, 1, 2);
        prescribed(ORAL, chance.between(4, 10));
        some(INJECTION, 95, 4, 20);
        some(TREATMENT, 80, 2, 8);
        some(SURGERY, 50, 1, 2);
        some(TEST, 95, 4, 14);
        some(IMAGING, 80, 1, 4);
        everyVisit(kind(90, 1650, act("190117710")));
        units.add(new Unit(Unit.MEALS, false, List.of(act("197000110")), 670, visits.times(3), ""));
        return units;
    }

    /** A stay that is paid by the day: what is paid by the act beside it is surgery and rare drugs. */
    List<Unit> bundled() {
        some(SURGERY, 50, 1, 2);
        some(MANAGEMENT, 40, 1, 1);
        units.add(new Unit(Unit.MEALS, false, List.of(act("197000110")), 670, visits.times(3), ""));
        return units;
    }

    List<Unit> dental() {
        boolean firstVisit = chance.inPercent(25);
        everyVisit(firstVisit ? kind(11, 264, dental("301000110")) : kind(12, 56, dental("301000610")));
        some(DENTAL, 95, 1, 6);
        some(ORAL, 20, 1, 1);
        return units;
    }

    /** Drugs for seven days or more, each time that a prescription is brought. */
    List<Unit> dispensed() {
        prescribed(DISPENSED, chance.between(1, 4));
        return units;
    }

    List<Unit> nursing() {
        everyVisit(NURSING_VISIT);
        add(NURSING_MANAGEMENT, visits.one(chance, 1));
        return units;
    }

    /** Shared if a public payer pays: so that the public payer has the same days as the insurer. */
    private void everyVisit(Kind kind) {
        units.add(new Unit(kind.actClass(), publicPayer, kind.items(), kind.points(), visits, ""));
    }

    private void some(List<Kind> kinds, int percent, int least, int most) {
        if (chance.inPercent(percent)) {
            for (int left = chance.between(least, most); left > 0; left--) {
                once(chance.oneOf(kinds));
            }
        }
    }

    private void prescribed(List<Kind> kinds, int number) {
        for (int left = number; left > 0; left--) {
            add(chance.oneOf(kinds), visits.one(chance, 7 * chance.between(1, 4)));
        }
    }

    private void once(Kind kind) {
        add(kind, visits.one(chance, 1));
    }

    private void add(Kind kind, Days days) {
        boolean shared = publicPayer && (allShared || chance.inPercent(50));
        String comment = chance.inPercent(15) ? chance.oneOf(COMMENTS) : "";
        units.add(new Unit(kind.actClass(), shared, kind.items(), kind.points(), days, comment));
    }

    private static Item dental(String code) {
        return new Item("SS", code, "", "", "");
    }

    private static Kind kind(int actClass, int points, Item... items) {
        return new Kind(actClass, points, List.of(items));
    }
}

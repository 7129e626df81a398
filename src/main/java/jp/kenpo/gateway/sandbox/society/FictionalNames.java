package jp.kenpo.gateway.sandbox.society;

import java.util.List;

/**
 * Names that nobody bears: every part is a word for a model, a sample or a thing imagined.
 *
 * <p>All characters are in JIS X 0208, as the receipt format demands.
 */
final class FictionalNames {

    /** A part of a name, and how it is read. */
    record Part(String written, String read) {}

    private static final List<Part> FAMILIES = List.of(
            new Part("架空谷", "カクウダニ"),
            new Part("見本崎", "ミホンザキ"),
            new Part("模擬沢", "モギザワ"),
            new Part("仮名山", "カリナヤマ"),
            new Part("例題川", "レイダイガワ"),
            new Part("試験原", "シケンバラ"),
            new Part("空想田", "クウソウダ"),
            new Part("雛形野", "ヒナガタノ"),
            new Part("想定森", "ソウテイモリ"),
            new Part("虚構島", "キョコウジマ"),
            new Part("仮説村", "カセツムラ"),
            new Part("見立町", "ミタテマチ"),
            new Part("創作畑", "ソウサクバタ"),
            new Part("夢見坂", "ユメミザカ"),
            new Part("幻影浜", "ゲンエイハマ"),
            new Part("似姿岡", "ニスガタオカ"));

    private static final List<Part> MEN = List.of(
            new Part("例太", "レイタ"),
            new Part("模之助", "モノスケ"),
            new Part("仮一", "カイチ"),
            new Part("試郎", "シロウ"),
            new Part("想吉", "ソウキチ"),
            new Part("空也", "クウヤ"),
            new Part("虚助", "キョスケ"),
            new Part("雛男", "ヒナオ"),
            new Part("写楽", "シャラク"),
            new Part("夢次", "ユメジ"),
            new Part("幻三", "ゲンゾウ"),
            new Part("似人", "ニヒト"));

    private static final List<Part> WOMEN = List.of(
            new Part("例子", "レイコ"),
            new Part("模代", "モヨ"),
            new Part("仮奈", "カナ"),
            new Part("試織", "シオリ"),
            new Part("想香", "ソウカ"),
            new Part("空音", "クウネ"),
            new Part("虚乃", "キョノ"),
            new Part("雛美", "ヒナミ"),
            new Part("写絵", "ウツエ"),
            new Part("夢路", "ユメジ"),
            new Part("幻世", "ゲンセ"),
            new Part("似美", "ニミ"));

    private FictionalNames() {}

    static Part family(Chance chance) {
        return chance.oneOf(FAMILIES);
    }

    static Part given(Chance chance, boolean male) {
        return chance.oneOf(male ? MEN : WOMEN);
    }
}

package jp.kenpo.gateway.sandbox.receipt;

import java.util.List;
import jp.kenpo.gateway.sandbox.society.CheckDigit;
import jp.kenpo.gateway.sandbox.society.FullWidth;

/**
 * A medical institution (保険医療機関), pharmacy or nursing station that does not exist: its code lies in district 99,
 * which no prefecture has.
 *
 * @param prefecture prefecture (都道府県), two digits
 * @param feeTable fee table (点数表) it claims by
 * @param code institution code, seven digits with check digit
 */
record Provider(String prefecture, char feeTable, String code, String name, String address, String phone) {

    private static final int CLINICS = 9_000;
    private static final int HOSPITALS = 1_000;

    private record Place(String prefecture, String name) {}

    private static final List<Place> PLACES = List.of(
            new Place("13", "東京都架空区"),
            new Place("13", "東京都見本市"),
            new Place("13", "東京都例題市"),
            new Place("13", "東京都模擬町"),
            new Place("13", "東京都仮名町"),
            new Place("14", "神奈川県架空市"),
            new Place("11", "埼玉県見本市"),
            new Place("12", "千葉県例題市"),
            new Place("01", "北海道模擬市"),
            new Place("23", "愛知県雛形市"));

    static Provider clinic(int number) {
        return of(number % CLINICS, '1', "診療所");
    }

    static Provider hospital(int number) {
        return of(CLINICS + number % HOSPITALS, '1', "病院");
    }

    /** The provider of a number among those that give receipts of the kind. */
    static Provider of(ReceiptKind kind, boolean inpatient, int number) {
        return switch (kind) {
            case MEDICAL -> inpatient ? hospital(number) : clinic(number);
            case DPC -> hospital(number);
            case DENTAL -> of(number % CLINICS, kind.feeTable(), "歯科医院");
            case PHARMACY -> of(number % CLINICS, kind.feeTable(), "薬局");
            case NURSING -> of(number % HOSPITALS, kind.feeTable(), "訪問看護ステーション");
        };
    }

    private static Provider of(int number, char feeTable, String kind) {
        Place place = PLACES.get(number % PLACES.size());
        String code = CheckDigit.institutionCode(place.prefecture(), feeTable, Integer.toString(990_000 + number));
        String name = "架空第" + FullWidth.digits(number + 1) + kind;
        String address =
                place.name() + FullWidth.digits(number % 9 + 1) + "丁目" + FullWidth.digits(number % 50 + 1) + "番";
        return new Provider(place.prefecture(), feeTable, code, name, address, "00-0000-" + (1000 + number % 9000));
    }
}

package jp.kenpo.gateway.sandbox.society;

import java.util.List;

/**
 * A medical institution (保険医療機関) that does not exist: its code lies in district 99, which no prefecture has.
 *
 * @param prefecture prefecture (都道府県), two digits
 * @param code institution code, seven digits with check digit
 */
record Provider(String prefecture, String code, String name, String address, String phone) {

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
        return of(number % CLINICS, "診療所");
    }

    static Provider hospital(int number) {
        return of(CLINICS + number % HOSPITALS, "病院");
    }

    private static Provider of(int number, String kind) {
        Place place = PLACES.get(number % PLACES.size());
        String code = CheckDigit.institutionCode(place.prefecture(), Integer.toString(990_000 + number));
        String name = "架空第" + FullWidth.digits(number + 1) + kind;
        String address =
                place.name() + FullWidth.digits(number % 9 + 1) + "丁目" + FullWidth.digits(number % 50 + 1) + "番";
        return new Provider(place.prefecture(), code, name, address, "00-0000-" + (1000 + number % 9000));
    }
}

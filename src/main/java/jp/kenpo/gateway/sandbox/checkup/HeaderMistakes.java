package jp.kenpo.gateway.sandbox.checkup;

import java.util.List;
import jp.kenpo.gateway.sandbox.checkup.CheckupMistake.Where;

/** Mistakes in the person's data and in how a document stands in its archive. */
final class HeaderMistakes {

    static final List<CheckupMistake> ALL = List.of(
            new CheckupMistake(
                    "checkup-insurer-check-digit",
                    "保険者番号の検証番号が誤り",
                    "a wrong check digit of the insurer number",
                    "V11a",
                    Where.person("保険者番号"),
                    checkup -> checkup.payer =
                            checkup.payer.substring(0, 7) + (checkup.payer.charAt(7) == '9' ? '8' : '9')),
            new CheckupMistake(
                    "checkup-unknown-sex",
                    "男女区分が 1・2 以外",
                    "a sex other than 1 or 2",
                    "V08d",
                    Where.person("男女区分"),
                    checkup -> checkup.sex = "3"),
            new CheckupMistake(
                    "checkup-born-afterwards",
                    "健診実施日より後の生年月日",
                    "born after the checkup",
                    "V13b",
                    Where.person("生年月日"),
                    checkup -> checkup.birthDate = checkup.day().plusDays(9)),
            new CheckupMistake(
                    "checkup-name-not-kana",
                    "氏名に半角の空白",
                    "a name with a space",
                    "V08g",
                    Where.person("氏名"),
                    checkup -> checkup.kana = checkup.kana.substring(0, 3) + " " + checkup.kana.substring(3)),
            new CheckupMistake(
                    "checkup-other-prefix",
                    "ファイル名の先頭が h ではない",
                    "a file name that does not begin with h",
                    "V04e",
                    Where.whole(null),
                    checkup -> checkup.prefix = "g"),
            new CheckupMistake(
                    "checkup-sent-twice",
                    "同じ人の結果が 2 件",
                    "two results of the same person",
                    "V15",
                    Where.whole(null),
                    checkup -> checkup.copies = 2));

    private HeaderMistakes() {}
}

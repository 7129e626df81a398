package jp.kenpo.gateway.sandbox.society;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The members of a fictional society as a table: CSV in UTF-8, a heading, CRLF, a member a row. */
public final class MemberList {

    private static final String HEADER = "保険者番号,記号,番号,枝番,氏名,カナ氏名,性別,生年月日,続柄,住所";

    private MemberList() {}

    /** Writes the table; a file of that name is replaced. */
    public static void write(FictionalSociety society, Path target) throws IOException {
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            out.write(HEADER + "\r\n");
            for (int index = 0; index < society.members(); index++) {
                out.write(line(society.member(index)));
            }
        }
    }

    private static String line(FictionalMember member) {
        return String.join(
                        ",",
                        FictionalSociety.INSURER_NUMBER,
                        member.symbol(),
                        member.number(),
                        member.branchNumber(),
                        member.name(),
                        member.kana(),
                        String.valueOf(member.sexCode()),
                        member.birthDate().toString(),
                        member.insured() ? "本人" : "家族",
                        member.address())
                + "\r\n";
    }
}

package jp.kenpo.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemberPseudonymsTest {

    private static final String INSURER = "06990014";

    private final MemberPseudonyms pseudonyms = new MemberPseudonyms(new byte[32]);

    @Test
    void givesFullWidthAndHalfWidthNumbersOfAMemberTheSamePseudonym() {
        var wide = MemberIdentity.withBranch(INSURER, "健保７７", "１２３４５６７", "00");
        var narrow = MemberIdentity.withBranch(INSURER, "健保77", "1234567 ", "00");

        assertThat(pseudonyms.of(wide)).isEqualTo(pseudonyms.of(narrow));
    }

    @Test
    void tellsTheMembersOfOneNumberApart() {
        var self = pseudonyms.of(MemberIdentity.withBranch(INSURER, "77", "1234567", "00"));
        var child = pseudonyms.of(MemberIdentity.withBranch(INSURER, "77", "1234567", "01"));
        var unknown =
                pseudonyms.of(MemberIdentity.withoutBranch(INSURER, "77", "1234567", LocalDate.of(1988, 2, 29), 2));

        assertThat(self).isNotEqualTo(child).isNotEqualTo(unknown);
    }

    @Test
    void tellsSymbolAndNumberApart() {
        var one = pseudonyms.of(MemberIdentity.withBranch(INSURER, "7", "71234567", "00"));
        var other = pseudonyms.of(MemberIdentity.withBranch(INSURER, "77", "1234567", "00"));

        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void givesOtherPseudonymsUnderAnotherKey() {
        byte[] key = new byte[32];
        key[0] = 1;
        var member = MemberIdentity.withBranch(INSURER, "77", "1234567", "00");

        assertThat(new MemberPseudonyms(key).of(member)).isNotEqualTo(pseudonyms.of(member));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 100})
    void areTheFirstHalfOfTheHmacWhateverTheLengthOfTheKey(int length) throws Exception {
        byte[] key = new byte[length];
        new Random(length).nextBytes(key);
        var member = MemberIdentity.withBranch(INSURER, "健保77", "1234567", "00");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));

        byte[] hash = mac.doFinal(("member/1\u001f" + member.canonical()).getBytes(StandardCharsets.UTF_8));

        assertThat(new MemberPseudonyms(key).of(member).bytes()).isEqualTo(Arrays.copyOf(hash, 16));
    }

    @Test
    void knowsTheSameMemberAgain() {
        var member = MemberIdentity.withBranch(INSURER, "77", "1234567", "00");

        assertThat(member.isSameAs(MemberIdentity.withBranch(INSURER, "７７", "1234567", "00")))
                .isTrue();
        assertThat(member.isSameAs(MemberIdentity.withBranch(INSURER, "77", "1234567", "01")))
                .isFalse();
        assertThat(member.isSameAs(MemberIdentity.withBranch(INSURER, "78", "1234567", "00")))
                .isFalse();
    }

    @Test
    void givesAPlainIdentityThePseudonymOfTheMember() {
        var plain = new PlainIdentity();

        for (String symbol : new String[] {"77", "", "A-1"}) {
            plain.begin();
            boolean isPlain = plain.add(INSURER) && plain.add(symbol) && plain.add("1234567") && plain.add("00");

            assertThat(isPlain).isTrue();
            assertThat(pseudonyms.of(plain))
                    .isEqualTo(pseudonyms.of(MemberIdentity.withBranch(INSURER, symbol, "1234567", "00")));
            assertThat(plain).hasToString("06990014-****-***7");
        }
    }

    @Test
    void givesAPlainIdentityOutOfBytesThePseudonymOfTheMember() {
        var plain = new PlainIdentity();
        byte[] line = "06990014,A-1,1234567890123456,00,behind the line".getBytes(StandardCharsets.US_ASCII);

        for (int symbolEnd = 9; symbolEnd <= 12; symbolEnd++) {
            plain.begin();
            boolean room = plain.addPlain(line, 0, 8)
                    && plain.addPlain(line, 9, symbolEnd)
                    && plain.addPlain(line, 13, 29)
                    && plain.addPlain(line, 30, 32);

            assertThat(room).isTrue();
            String symbol = "A-1".substring(0, symbolEnd - 9);
            assertThat(pseudonyms.of(plain))
                    .isEqualTo(pseudonyms.of(MemberIdentity.withBranch(INSURER, symbol, "1234567890123456", "00")));
        }
        assertThat(plain.addPlain(new byte[300], 0, 256)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"７７", " 77", "77 ", "7\u001f7", "健保77", "ﾀ", "\u007f"})
    void takesNothingForPlainThatHasToBeNormalised(String symbol) {
        var plain = new PlainIdentity();

        assertThat(plain.add(INSURER) && plain.add(symbol)).isFalse();
    }

    @Test
    void takesNoIdentityForPlainThatIsLongerThanAny() {
        assertThat(new PlainIdentity().add("1".repeat(256))).isFalse();
    }

    @Test
    void tellsOfEveryMemberHoweverItsIdentityIsWritten() {
        var told = new ArrayList<MemberIdentity>();
        var plain = new PlainIdentity();
        plain.begin();
        assertThat(plain.add(INSURER) && plain.add("77") && plain.add("1234567") && plain.add("00"))
                .isTrue();

        MemberPseudonyms.telling(told::add).of(plain);

        assertThat(told).containsExactly(MemberIdentity.withBranch(INSURER, "77", "1234567", "00"));
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new MemberPseudonyms(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void masksAMemberInMessages() {
        assertThat(MemberIdentity.withBranch("06990014", "77", "1234567", "00")).hasToString("06990014-****-***7");
        assertThat(MemberIdentity.withBranch("06990014", "", "７", "00")).hasToString("06990014-****-****");
        assertThat(MemberIdentity.withBranch("架空太郎", "77", "1234567", "00")).hasToString("********-****-***7");
    }
}

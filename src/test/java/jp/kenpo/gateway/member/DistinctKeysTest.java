package jp.kenpo.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctKeysTest {

    private final DistinctKeys keys = new DistinctKeys();

    @Test
    void countsEachKeyOnceHoweverManyThereAre() {
        for (int round = 0; round < 2; round++) {
            for (long key = -50_000; key < 50_000; key++) {
                assertThat(keys.add(key, key * 31)).isEqualTo(round == 0);
            }
        }
        assertThat(keys.size()).isEqualTo(100_000);
    }

    @Test
    void countsKeysThatAreZeroInOneHalfOrBoth() {
        assertThat(keys.add(0, 0)).isTrue();
        assertThat(keys.add(0, 1)).isTrue();
        assertThat(keys.add(1, 0)).isTrue();
        assertThat(keys.add(0, 0)).isFalse();
        assertThat(keys.size()).isEqualTo(3);
    }

    @Test
    void countsMembersThatAreLookedUpLater() {
        var members = new MembersConcerned();
        for (int round = 0; round < 2; round++) {
            for (long member = 0; member < 1_000; member++) {
                members.note(new Pseudonym(member, -member));
            }
        }

        assertThat(members.add(new Pseudonym(999, -999))).isFalse();
        assertThat(members.add(new Pseudonym(1_000, -1_000))).isTrue();
        members.note(new Pseudonym(1_001, -1_001));
        members.note(new Pseudonym(1_001, -1_001));
        assertThat(members.count()).isEqualTo(1_002);
    }
}

package jp.kenpo.gateway.content.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Files of every layout, damaged at random: each becomes findings, in bounded time and memory, and no message repeats
 * what stands in it. Some thousand tries in each build, a million by {@code ./mvnw test -Pfuzz}.
 */
class DamagedContentTest {

    /** Far above what a reader takes, far below what a person would call hanging; on a busy machine too. */
    private static final long NANOS_ALLOWED = 3_000_000_000L;

    private static final long NANOS_ALLOWED_PER_BYTE = 10_000;
    private static final int TRIES_TO_SETTLE = 2_000;
    private static final long GROWTH_ALLOWED = 48L << 20;
    private static final Layouts LAYOUTS = layouts();

    private static final List<Seed> SEEDS = Seeds.all();

    private static long tries;
    private static final Pattern KEY = Pattern.compile("\\(\\d+\\)$");

    private static long settled;

    @Example
    void knowsARightFileOfEveryLayout() {
        assertThat(SEEDS)
                .extracting(Seed::layout)
                .containsAll(LAYOUTS.all().stream().map(Layout::id).toList());
    }

    @Property(seed = "20261001", generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    void damagedFilesBecomeFindings(
            @ForAll("seeds") Seed seed, @ForAll("mutations") List<Mutation> mutations, @ForAll int part)
            throws IOException {
        boolean inside = seed.isZip() && part % 4 != 0;
        byte[] bytes = inside ? seed.damagedInside(mutations, part) : seed.damaged(mutations);
        long begin = cpuNanos();
        read(seed, bytes);
        project(seed, bytes, part % 2 == 0);
        assertThat(cpuNanos() - begin)
                .as("nanoseconds for %d bytes", bytes.length)
                .isLessThan(NANOS_ALLOWED + bytes.length * NANOS_ALLOWED_PER_BYTE);
        weighMemory();
    }

    private static void read(Seed seed, byte[] bytes) throws IOException {
        var reading = LAYOUTS.content(seed.layout())
                .read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN)
                .refusingMyNumbers();
        for (Finding finding : reading.findings()) {
            String key = key(finding);
            isSilent(seed, finding.toString().replace(key, ""));
            isSilent(seed, finding.message(Locale.JAPANESE).replace(key, ""));
            isSilent(seed, finding.message(Locale.ENGLISH).replace(key, ""));
        }
    }

    /** A row may name its own key. Digits that damage moved into the key's column, a postal code, are no other than a key. */
    private static String key(Finding finding) {
        Matcher key = KEY.matcher(String.valueOf(finding.record()));
        return key.find() ? key.group() : "()";
    }

    /** A projection may refuse, and then says no more than a reading does. */
    private static void project(Seed seed, byte[] bytes, boolean mask) {
        Content content = LAYOUTS.content(seed.layout());
        var fields = LAYOUTS.find(seed.layout()).orElseThrow().fields();
        try {
            content.project(new ByteArrayInputStream(bytes), new ByteArrayOutputStream(), new Permission(fields, mask));
        } catch (IOException refused) {
            isSilent(seed, refused.toString());
        }
    }

    private static void isSilent(Seed seed, String said) {
        for (String value : seed.persons()) {
            if (said.contains(value)) {
                throw new AssertionError("a message repeats a value of a person: " + said);
            }
        }
    }

    private static void weighMemory() {
        tries++;
        if (tries == TRIES_TO_SETTLE) {
            settled = usedMemory();
        } else if (tries % 50_000 == 0 || tries == 5 * TRIES_TO_SETTLE) {
            long used = usedMemory();
            System.out.printf("%,d damaged files read, %d MiB in use%n", tries, used >> 20);
            assertThat(used).as("bytes in use after %d tries", tries).isLessThan(settled + GROWTH_ALLOWED);
        }
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Provide
    Arbitrary<Seed> seeds() {
        return Arbitraries.of(SEEDS);
    }

    @Provide
    Arbitrary<List<Mutation>> mutations() {
        return Combinators.combine(
                        Arbitraries.of(Mutation.Kind.class),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.longs())
                .as(Mutation::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    private static Layouts layouts() {
        Path config = Path.of("config");
        return Layouts.load(
                config,
                Path.of("schemas"),
                PurposeRegister.load(config),
                new MemberPseudonyms(new byte[32]),
                Clock.fixed(Instant.parse("2026-10-01T00:00:00Z"), ZoneId.of("Asia/Tokyo")));
    }
}

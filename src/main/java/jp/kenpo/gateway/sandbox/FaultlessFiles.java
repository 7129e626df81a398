package jp.kenpo.gateway.sandbox;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.sandbox.SandboxGenerator.GeneratedFile;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.checkup.GuidanceArchive;
import jp.kenpo.gateway.sandbox.filing.FilingFile;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.sandbox.table.Subject;

/** The files of a month into which no mistakes are made: archives of guidance (保健指導), and filings (届書). */
final class FaultlessFiles {

    private static final long FILINGS = 0x46494C45;

    /** One in eighty insured persons joins or leaves in a month; ours, as {@code events.jsonl} has it. */
    private static final double FILED_PERCENT = 2.4;

    private final FictionalSociety society;
    private final SandboxGenerator.Order order;

    FaultlessFiles(FictionalSociety society, SandboxGenerator.Order order) {
        this.society = society;
        this.order = order;
    }

    List<GeneratedFile> write(MonthOfFiles month) throws IOException {
        List<GeneratedFile> files = new ArrayList<>();
        for (GuidanceArchive archive : GuidanceArchive.ofMonth(society, order.month(), order.seed())) {
            if (archive.count() > 0) {
                Path target = month.target(archive.path());
                archive.write(target);
                files.add(MonthOfFiles.generated(target, "guidance-archive", "documents", archive.count()));
            }
        }
        Path layout = order.filings();
        if (layout != null) {
            filings(month, AgreedLayout.of(new YAMLMapper().readTree(layout.toFile())), files);
        }
        return files;
    }

    private void filings(MonthOfFiles month, AgreedLayout layout, List<GeneratedFile> files) throws IOException {
        for (Map.Entry<String, List<Subject>> employer :
                byEmployer(order.month()).entrySet()) {
            Path target = month.target("employers/" + employer.getKey() + "/" + FilingFile.NAME);
            Files.write(target, FilingFile.of(layout, employer.getValue(), field -> true));
            files.add(MonthOfFiles.generated(
                    target, layout.id(), "rows", employer.getValue().size()));
        }
    }

    private Map<String, List<Subject>> byEmployer(YearMonth month) {
        Map<String, List<Subject>> filed = new TreeMap<>();
        for (int index = 0; index < society.members(); index++) {
            FictionalMember member = society.member(index);
            Chance chance = Chance.of(order.seed(), FILINGS, index, month.getYear(), month.getMonthValue());
            if (member.insured() && member.belongsIn(month) && chance.inPercent(FILED_PERCENT)) {
                List<Subject> subjects = filed.computeIfAbsent(symbol(member), key -> new ArrayList<>());
                subjects.add(new Subject(
                        member,
                        Set.of(),
                        month.atEndOfMonth(),
                        subjects.size() + 1,
                        index,
                        chance,
                        symbol(member),
                        Map.of()));
            }
        }
        return filed;
    }

    /** Symbol (記号) of the employer, in half-width digits. */
    private static String symbol(FictionalMember member) {
        StringBuilder digits = new StringBuilder();
        member.symbol().chars().forEach(c -> digits.append((char) (c - '０' + '0')));
        return digits.toString();
    }
}

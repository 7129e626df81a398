package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.operations.PurposeCoverage.Gap;
import jp.kenpo.gateway.operations.PurposeCoverage.Lack;
import jp.kenpo.gateway.purpose.Exchange;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.route.RouteSpec;

/** Lists the notice: every purpose, the routes that serve it, and how many examples show them. */
public final class PurposeListing {

    private final Installation installation;

    public PurposeListing(Installation installation) {
        this.installation = installation;
    }

    /** Returns every purpose in the order of the notice. */
    public List<PurposeView> purposes() {
        return installation.purposes().all().stream().map(this::view).toList();
    }

    /** Returns what of the notice is carried, and what is missing. */
    public PurposeCoverage coverage() {
        List<Gap> gaps = new ArrayList<>();
        List<String> carried = new ArrayList<>();
        List<String> without = new ArrayList<>();
        var purposes = installation.purposes().all();
        for (var purpose : purposes) {
            int before = gaps.size();
            boolean exchanged = purpose.exchange() != Exchange.NONE;
            gaps.addAll(exchanged ? gapsOf(purpose) : reasonless(purpose));
            if (gaps.size() == before) {
                (exchanged ? carried : without).add(purpose.id());
            }
        }
        return new PurposeCoverage(purposes.size(), carried, without, gaps);
    }

    private List<Gap> gapsOf(Purpose purpose) {
        var routes = installation.routes().routes().stream()
                .filter(route -> route.purposes().contains(purpose.id()))
                .toList();
        if (routes.isEmpty()) {
            return List.of(new Gap(purpose.id(), Lack.ROUTE, null));
        }
        return routes.stream()
                .filter(route -> examples(route) == 0)
                .map(route -> new Gap(purpose.id(), Lack.EXAMPLES, route.id()))
                .toList();
    }

    private static List<Gap> reasonless(Purpose purpose) {
        String reason = purpose.reason();
        return reason == null || reason.isBlank() ? List.of(new Gap(purpose.id(), Lack.REASON, null)) : List.of();
    }

    private PurposeView view(Purpose purpose) {
        var routes = installation.routes().routes().stream()
                .filter(route -> route.purposes().contains(purpose.id()))
                .toList();
        return new PurposeView(
                purpose.id(),
                purpose.wording(),
                Labels.of(purpose.exchange()),
                routes.stream().map(RouteSpec::id).toList(),
                routes.stream().mapToLong(PurposeListing::examples).sum(),
                purpose.reason());
    }

    /** An example case is a folder below {@code <route>.examples} beside the route's file. */
    private static long examples(RouteSpec route) {
        var name = route.file().getFileName().toString().replaceFirst("\\.ya?ml$", "") + ".examples";
        var folder = route.file().resolveSibling(name);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var cases = Files.list(folder)) {
            return cases.filter(Files::isDirectory).count();
        } catch (IOException e) {
            throw new UncheckedIOException("the examples in " + folder + " can't be listed", e);
        }
    }
}

package jp.kenpo.gateway.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
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

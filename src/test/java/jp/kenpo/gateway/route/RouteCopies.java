package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import jp.kenpo.gateway.configuration.Problem;

/** A copy of those shipped routes that {@link AgreedInterchanges} knows, in a folder of its own, to be spoilt in one place. */
final class RouteCopies {

    static final String REQUEST = "taisho-audit/receipt-check-request.yaml";
    static final String INBOUND = "payer-fund/receipts.yaml";
    static final String COMPOSED = "payer-fund/re-examination-request.yaml";
    static final String SHARED = "_shared/failures.yaml";

    private static final Path SHIPPED = Path.of("routes");

    private final Path routes;

    RouteCopies(Path temporary) {
        routes = temporary.resolve("routes");
        AgreedInterchanges.all().interchanges().forEach(each -> copy(each.name().replace('.', '/') + ".yaml"));
        copy(SHARED);
    }

    private void copy(String file) {
        try {
            write(file, Files.readString(SHIPPED.resolve(file)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path folder() {
        return routes;
    }

    /** Replaces a text that stands in the file exactly once. */
    RouteCopies spoil(String file, String old, String spoilt) {
        String text = read(file);
        assertThat(text.split(Pattern.quote(old), -1)).as(old).hasSize(2);
        return write(file, text.replace(old, spoilt));
    }

    RouteCopies write(String file, String text) {
        try {
            Path path = routes.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    RouteCopies remove(String file) {
        try {
            Files.delete(routes.resolve(file));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String read(String file) {
        try {
            return Files.readString(routes.resolve(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    RouteRegister register() {
        return RouteRegister.load(routes, AgreedInterchanges.all());
    }

    List<String> problems() {
        return register().problems().stream().map(Problem::toString).toList();
    }
}

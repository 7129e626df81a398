package jp.kenpo.gateway.bench;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.impl.DefaultCamelContext;

/** What a route would do that reads a file line by line: Camel's {@code unmarshal csv}, lazy, and a streaming split. */
final class CamelSplit implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicLong lines = new AtomicLong();
    private final ProducerTemplate sender;

    CamelSplit() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:file")
                        .unmarshal(new CsvDataFormat().setLazyLoad(true))
                        .split(body())
                        .streaming()
                        .process(line -> lines.incrementAndGet());
            }
        });
        camel.start();
        sender = camel.createProducerTemplate();
    }

    /** Splits the bytes and returns the number of lines. */
    long split(byte[] file, Charset encoding) {
        lines.set(0);
        sender.sendBodyAndProperty(
                "direct:file", new ByteArrayInputStream(file), Exchange.CHARSET_NAME, encoding.name());
        return lines.get();
    }

    @Override
    public void close() {
        camel.stop();
    }
}

package jp.kenpo.gateway.routing;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.Optional;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.Place;
import jp.kenpo.gateway.ledger.Transfer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.jms.JmsMessage;
import org.slf4j.MDC;

/** Hands an arrival to the {@link Intake} as a stream. Camel moves the source aside only when this returns normally. */
final class IntakeProcessor implements Processor {

    /** Property of a message: id of the party that its content is for. */
    private static final String PARTY = "party";

    /** Property of a message: id of the transfer whose inquiry its content answers. */
    private static final String INQUIRY = "inquiry";

    private final Interchange interchange;
    private final Places places;
    private final Intake intake;

    IntakeProcessor(Interchange interchange, Places places, Intake intake) {
        this.interchange = interchange;
        this.places = places;
        this.intake = intake;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        MDC.put("route", interchange.name());
        MDC.put("purpose", String.join(",", interchange.purposeIds()));
        try {
            MDC.put("transfer", take(exchange).id().value());
        } finally {
            MDC.remove("route");
            MDC.remove("purpose");
            MDC.remove("transfer");
        }
    }

    private Transfer take(Exchange exchange) throws IOException, JMSException {
        Optional<String> unfit =
                exchange.getIn() instanceof JmsMessage jms ? unfit(jms.getJmsMessage()) : Optional.empty();
        if (unfit.isPresent()) {
            return intake.refuse(interchange, place(exchange), unfit.get());
        }
        try (InputStream in = bytes(exchange)) {
            return intake.take(interchange, place(exchange), in);
        }
    }

    /** Says why a message is not even kept. It is looked at before its body is: a body can be more than memory holds. */
    private Optional<String> unfit(Message message) throws JMSException {
        if (message instanceof BytesMessage bytes && bytes.getBodyLength() > interchange.maxSize()) {
            return Optional.of("larger than " + interchange.maxSize() + " bytes");
        }
        return message instanceof TextMessage || message instanceof BytesMessage
                ? Optional.empty()
                : Optional.of("neither a text nor a bytes message");
    }

    private Place place(Exchange exchange) throws JMSException {
        GenericFile<?> file = file(exchange);
        return file == null ? message(exchange) : places.of(file);
    }

    /** Only the society's own system has queues: what it says of the party is whom the message is for. */
    private Place message(Exchange exchange) throws JMSException {
        if (!(exchange.getIn() instanceof JmsMessage jms)) {
            return Place.MESSAGE;
        }
        Message message = jms.getJmsMessage();
        return Place.message(
                message.getStringProperty(PARTY),
                confirmsTransfer() ? message.getJMSCorrelationID() : message.getStringProperty(INQUIRY));
    }

    private boolean confirmsTransfer() {
        Acknowledgement agreed = interchange.conditions().acknowledges();
        return agreed != null && agreed.by() == Acknowledgement.By.TRANSFER;
    }

    private static InputStream bytes(Exchange exchange) throws IOException {
        GenericFile<?> file = file(exchange);
        if (file != null && file.getFile() instanceof File local) {
            return Files.newInputStream(local.toPath(), LinkOption.NOFOLLOW_LINKS);
        }
        Object body = exchange.getIn().getBody();
        if (body instanceof String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
        if (body instanceof byte[] bytes) {
            return new ByteArrayInputStream(bytes);
        }
        InputStream stream = exchange.getIn().getBody(InputStream.class);
        return stream == null ? InputStream.nullInputStream() : stream;
    }

    private static @org.jspecify.annotations.Nullable GenericFile<?> file(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.FILE_EXCHANGE_FILE, GenericFile.class);
    }
}

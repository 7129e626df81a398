package jp.kenpo.gateway.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What a class of this process says in the log, from level INFO on, until it is closed. */
public final class LogLines implements AutoCloseable {

    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
    private final Logger logger;
    private final @Nullable Level before;

    private LogLines(Logger logger) {
        this.logger = logger;
        before = logger.getLevel();
    }

    public static LogLines of(Class<?> speaker) {
        var lines = new LogLines((Logger) LoggerFactory.getLogger(speaker));
        lines.logger.setLevel(Level.INFO);
        lines.appender.start();
        lines.logger.addAppender(lines.appender);
        return lines;
    }

    public List<String> lines() {
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    public List<Level> levels() {
        return appender.list.stream().map(ILoggingEvent::getLevel).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(appender);
        logger.setLevel(before);
    }
}

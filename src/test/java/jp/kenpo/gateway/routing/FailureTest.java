package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import jp.kenpo.gateway.delivery.NameTakenException;
import jp.kenpo.gateway.delivery.NotDeliveredException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void quotesNoMessageOfAForeignException() {
        assertThat(Failure.of(new IOException("/upload/somebody.csv"))).isEqualTo("IOException (connection or disk)");
        assertThat(Failure.of(new NotDeliveredException("not taken", new SftpException(4, "somebody.csv"))))
                .isEqualTo("not taken (SftpException)");
    }

    @Test
    void saysOfASessionThatEndedInTheWrongMomentThatItBrokeOff() {
        NullPointerException inside = new NullPointerException("this.channel is null");
        inside.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("org.apache.camel.component.file.remote.SftpOperations", "tryConnect", "S.java", 182)
        });

        assertThat(Failure.of(inside)).isEqualTo("the connection broke off");
        assertThat(Failure.of(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void blamesTheWorldForAServerThatCanNotBeReached() {
        var failed = new NotDeliveredException("not taken", new JSchException("the session broke off"));

        assertThat(Failure.causeOf(failed)).isEqualTo(Failure.Cause.WORLD);
        assertThat(Failure.isOfConnection(failed)).isTrue();
    }

    @Test
    void leavesToAPersonWhatNoOtherAttemptCouldMend() {
        var taken = new NameTakenException("another file has the name");

        assertThat(Failure.of(taken)).isEqualTo("another file has the name");
        assertThat(Failure.causeOf(taken)).isEqualTo(Failure.Cause.CONTENT);
        assertThat(Failure.isOfConnection(taken)).isFalse();
    }

    @Test
    void aServerThatSaysNoWasReached() {
        assertThat(Failure.isOfConnection(new NotDeliveredException("not taken", new SftpException(4, "no"))))
                .isFalse();
    }
}

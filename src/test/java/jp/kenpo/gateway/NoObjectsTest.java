package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The filter that the gateway's process sets for every library in it. */
class NoObjectsTest {

    @Test
    void makesNoObjectOutOfBytes() throws IOException {
        for (Object harmless : List.of(new ArrayList<>(List.of("a")), new int[] {1}, 1L)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(harmless);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                in.setObjectInputFilter(Gateway.NO_OBJECTS);
                assertThatThrownBy(in::readObject)
                        .isInstanceOf(InvalidClassException.class)
                        .hasMessageContaining("REJECTED");
            }
        }
    }
}

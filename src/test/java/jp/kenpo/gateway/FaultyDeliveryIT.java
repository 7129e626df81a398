package jp.kenpo.gateway;

import static jp.kenpo.gateway.testing.FaultyServer.REQUEST;
import static jp.kenpo.gateway.testing.FaultyServer.before;
import static jp.kenpo.gateway.testing.FaultyServer.hang;
import static jp.kenpo.gateway.testing.FaultyServer.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import jp.kenpo.gateway.testing.FaultyServer;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.RemotePeer;
import jp.kenpo.gateway.testing.RemotePeer.Act;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A counterparty's server that fails when a file is handed over to it: each way is told, nothing is lost or put twice, what
 * waited goes on by itself, and other counterparties notice nothing.
 */
class FaultyDeliveryIT {

    private static FaultyServer server;
    private static RemotePeer fund;
    private static GatewayProcess gateway;

    @BeforeAll
    static void start() throws IOException {
        server = FaultyServer.start("faulty-delivery");
        fund = server.fund();
        gateway = server.gateway();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static final String NOT_TAKEN = "the counterparty's SFTP server did not take the file";

    /** What the server does to a file that is handed over to it, and what then stands in the ledger. */
    enum Fault {
        HANGS_IN_OPEN(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return hang(Act.OPEN_TO_WRITE, over);
            }
        },
        HANGS_IN_WRITE(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return hang(Act.WRITE, over);
            }
        },
        HANGS_IN_RENAME(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return hang(Act.RENAME, over);
            }
        },
        CUTS_IN_MID_FILE(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return before(Act.WRITE, path -> {
                    fund.cut();
                    throw new IOException("gone");
                });
            }
        },
        /** What is no folder for certain would have to be removed. */
        HAS_NO_ROOM_AND_TELLS_NO_KINDS(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                fund.tellKinds(false);
                return before(Act.WRITE, path -> {
                    throw new IOException("no room");
                });
            }
        },
        DENIES_RENAME(NOT_TAKEN) {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return before(Act.RENAME, path -> {
                    throw new IOException("no renaming");
                });
            }
        },
        ACCEPTS_AND_DISCARDS("the file has 0 bytes at the counterparty, expected ") {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return new RemotePeer.Witness() {
                    @Override
                    public void after(Act act, String path) {
                        if (act == Act.CLOSE_WRITTEN) {
                            empty(fund.disk().resolve(path.substring(1)));
                        }
                    }
                };
            }
        },
        LIES_ABOUT_THE_SIZE("the file has 7 bytes at the counterparty, expected ") {
            @Override
            RemotePeer.Witness witness(CountDownLatch over) {
                return before(Act.CLOSE_WRITTEN, path -> fund.tellSize(7L));
            }
        };

        private final String told;

        Fault(String told) {
            this.told = told;
        }

        abstract RemotePeer.Witness witness(CountDownLatch over);
    }

    @ParameterizedTest
    @EnumSource
    void aDeliveryThatFailsIsToldAndGoesOnByItself(Fault fault) throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        fund.watch(fault.witness(over));
        int before = server.requests().size();
        String request = server.request();
        server.awaitFailure(request, error -> error.startsWith(fault.told));
        assertThat(server.requests()).hasSize(before);

        server.othersGoOn();
        fund.watch(new RemotePeer.Witness() {});
        fund.tellSize(null);
        fund.tellKinds(true);
        over.countDown();

        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(request));
        assertThat(server.requests()).hasSize(before + 1);
    }

    @Test
    void aFileOfOthersUnderOurNameIsLeftAloneAndHoldsTheTransfer() throws Exception {
        AtomicReference<Path> theirs = new AtomicReference<>();
        fund.watch(before(Act.OPEN_TO_WRITE, path -> {
            Path name = fund.disk().resolve(path.substring(1).replaceFirst("[.]part-(.*)[.][^.]+$", "$1"));
            theirs.set(Files.writeString(name, "theirs"));
        }));
        String request = server.request();
        JsonNode held = gateway.awaitTransfer(REQUEST, "held", each -> id(each).equals(request));
        fund.watch(new RemotePeer.Witness() {});
        assertThat(held.path("lastError").asText())
                .isEqualTo("another file has the name " + theirs.get().getFileName()
                        + " at the counterparty, put there while ours was written:"
                        + " ask the counterparty whose it is and have it removed, then release the transfer");
        assertThat(theirs.get()).hasContent("theirs");
        server.othersGoOn();

        Files.delete(theirs.get());
        int before = server.requests().size();
        assertThat(gateway.command("release", request).exitCode()).isZero();
        gateway.awaitTransfer(REQUEST, "delivered", each -> id(each).equals(request));
        assertThat(server.requests()).hasSize(before + 1);
    }

    private static void empty(Path path) {
        try {
            Files.write(path, new byte[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}

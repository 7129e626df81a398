package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/** Asks the doorkeeper before anything is computed for a connection: the exchange of keys costs more than a refusal. */
final class GuardedSessions extends SessionFactory {

    private static final AttributeRepository.AttributeKey<Doorkeeper.Visit> VISIT =
            new AttributeRepository.AttributeKey<>();

    private final Doorkeeper door;

    GuardedSessions(SshServer server, Doorkeeper door) {
        super(server);
        this.door = door;
        server.addSessionListener(new Progress());
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession connection) throws Exception {
        if (!(connection.getRemoteAddress() instanceof InetSocketAddress from) || from.getAddress() == null) {
            throw new IOException("a connection without an address");
        }
        Doorkeeper.Visit visit = door.enter(from.getAddress());
        connection.addCloseFutureListener(closed -> visit.left());
        ServerSessionImpl session = super.doCreateSession(connection);
        session.setAttribute(VISIT, visit);
        return session;
    }

    private static final class Progress implements SessionListener {

        @Override
        public void sessionEvent(Session session, Event event) {
            Doorkeeper.Visit visit = session.getAttribute(VISIT);
            if (visit == null) {
                return;
            }
            if (event == Event.KeyEstablished) {
                visit.mayLogIn();
            } else if (event == Event.Authenticated) {
                visit.loggedIn();
            }
        }
    }
}

package jp.kenpo.gateway.operations;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;

/**
 * Looks for settings that would open the gateway to those who have no business there: addresses, secrets in the wrong
 * place, key files that others read. None of them can be allowed by a setting.
 */
final class SafetyCheck {

    private static final String SETTINGS = "settings";
    private static final Pattern SECRET_IN_URL =
            Pattern.compile("[?&;](password|sslpassword)=|//[^/@]*:[^/@]*@", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST_IN_URL = Pattern.compile("^jdbc:postgresql://(?<hosts>[^/?]+)");
    private static final Pattern VERIFIED = Pattern.compile("[?&]sslmode=verify-(full|ca)(&|$)");

    private static final Pattern SECRET_IN_BROKER_URL =
            Pattern.compile("[?&;][a-z]*password=|//[^/@]*:[^/@]*@", Pattern.CASE_INSENSITIVE);
    private static final Pattern BROKER = Pattern.compile("(?<scheme>[a-z0-9+]+)://(?<host>\\[[^\\]]*\\]|[^:/?,;)]*)");
    private static final Pattern WITH_TLS = Pattern.compile("[?&;]sslEnabled=true(&|;|$)");
    private static final Pattern TRUSTS_ANYONE =
            Pattern.compile("[?&;](trustAll=true|verifyHost=false)(&|;|$)", Pattern.CASE_INSENSITIVE);

    private final GatewaySettings settings;
    private final UnaryOperator<String> properties;

    /** @param properties resolves {@code name:default} */
    SafetyCheck(GatewaySettings settings, UnaryOperator<String> properties) {
        this.settings = settings;
        this.properties = properties;
    }

    /** Returns what is unsafe; needs no register but that of the counterparties. */
    List<Problem> problems(CounterpartyRegister counterparties) {
        List<Problem> problems = new ArrayList<>();
        addresses(problems);
        database(problems);
        broker(problems);
        new SecretFiles(settings, problems).look(counterparties);
        return problems;
    }

    private void addresses(List<Problem> problems) {
        operators(problems, "server.address", properties.apply("server.address:127.0.0.1"));
        if (!properties.apply("management.server.port:").isEmpty()) {
            operators(problems, "management.server.address", properties.apply("management.server.address:0.0.0.0"));
        }
        if (!isLoopback(settings.broker().address())) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    "gateway.broker.address is not this machine's own (loopback), and passwords and messages would cross"
                            + " the network in clear",
                    "Write 127.0.0.1 and let the core system come through a TLS tunnel that ends on this machine"));
        }
    }

    /** Counterparties reach the SFTP address and nothing else; operators' pages have no accounts. */
    private void operators(List<Problem> problems, String name, String address) {
        if (isLoopback(address)) {
            return;
        }
        String sftp = settings.sftp().address();
        if (isEvery(address)) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    name + " is every address of this machine, those that counterparties reach too",
                    "Write 127.0.0.1, or the one address of the operators' network"));
        } else if (!isLoopback(sftp) && (isEvery(sftp) || isSame(address, sftp))) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    name + " is an address on which counterparties reach the SFTP server (gateway.sftp.address)",
                    "Write 127.0.0.1, or let gateway.sftp.address name the one address for counterparties"));
        }
    }

    private void database(List<Problem> problems) {
        String url = settings.database().url();
        if (url == null) {
            return;
        }
        if (SECRET_IN_URL.matcher(url).find()) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    "gateway.database.url holds a password, which every list of processes and settings would show",
                    "Write it alone into a file of mode 600 and name the file in gateway.database.password-file"));
        }
        var host = HOST_IN_URL.matcher(url);
        if (host.find()
                && !List.of(host.group("hosts").split(",")).stream().allMatch(SafetyCheck::isOwnHost)
                && !VERIFIED.matcher(url).find()) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    "gateway.database.url leaves this machine and does not verify the server it talks to",
                    "Add sslmode=verify-full and sslrootcert to it"));
        }
    }

    /** Tickets name no person, announcements and the core system's messages do. */
    private void broker(List<Problem> problems) {
        String url = settings.broker().url();
        if (url == null) {
            return;
        }
        String name = "gateway.broker.url";
        if (SECRET_IN_BROKER_URL.matcher(url).find()) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    name + " holds a password, which every list of processes and settings would show",
                    "Write it alone into a file of mode 600 and name the file in gateway.broker.password-file or"
                            + " gateway.broker.trust-store-password-file"));
        }
        if (TRUSTS_ANYONE.matcher(url).find()) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    name + " does not verify the server it talks to",
                    "Remove trustAll and verifyHost from it, and name whom to trust in gateway.broker.trust-store"));
        }
        List<MatchResult> servers = BROKER.matcher(url).results().toList();
        if (servers.isEmpty()
                || !servers.stream().allMatch(each -> each.group(1).equals("tcp"))) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    name + " is no address of an Artemis server",
                    "Write tcp://host:port, or (tcp://one:port,tcp://other:port)?… for a pair"));
        } else if (!servers.stream().allMatch(each -> isLoopback(each.group(2))) && !hasTls(url)) {
            problems.add(new Problem(
                    SETTINGS,
                    0,
                    name + " leaves this machine, and passwords and messages would cross the network in clear",
                    "Add sslEnabled=true to it, and name whom to trust in gateway.broker.trust-store"));
        }
    }

    /** What stands behind the list holds for all of its servers; what stands in it, for one. */
    private static boolean hasTls(String url) {
        return WITH_TLS.matcher(url.substring(url.lastIndexOf(')') + 1)).find()
                && !url.toLowerCase(Locale.ROOT).contains("sslenabled=false");
    }

    private static boolean isOwnHost(String hostAndPort) {
        String host = hostAndPort.substring(hostAndPort.lastIndexOf('@') + 1);
        if (host.startsWith("[")) {
            return isLoopback(host.substring(1, host.indexOf(']')));
        }
        return isLoopback(host.contains(":") ? host.substring(0, host.indexOf(':')) : host);
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean isEvery(String address) {
        try {
            return address.isBlank() || InetAddress.getByName(address).isAnyLocalAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private static boolean isSame(String one, String other) {
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException unknown) {
            return true;
        }
    }
}

package jp.kenpo.gateway.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InvocationTest {

    @Test
    void startsTheGatewayWhenNoCommandIsNamed() {
        assertThat(Invocation.of().startsGateway()).isTrue();
        assertThat(Invocation.of("--gateway.data-dir=x", "--server.port=0").startsGateway())
                .isTrue();
        assertThat(Invocation.of("run", "--spring.profiles.active=sandbox").startsGateway())
                .isTrue();
        assertThat(Invocation.of("--help").startsGateway()).isFalse();
        assertThat(Invocation.of("routes").startsGateway()).isFalse();
    }

    @Test
    void takesPropertiesOutWhereverTheyStand() {
        var invocation = Invocation.of("transfers", "--gateway.data-dir=x", "--json", "--sandbox.seed=1");
        assertThat(invocation.command()).containsExactly("transfers", "--json");
        assertThat(invocation.properties()).containsExactly("--gateway.data-dir=x", "--sandbox.seed=1");
    }
}

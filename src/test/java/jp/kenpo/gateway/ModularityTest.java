package jp.kenpo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The house as the design draws it: who may use whom stands in each package-info, and nobody goes around it. */
@TestInstance(Lifecycle.PER_CLASS)
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(GatewayApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        modules.verify();
    }

    @Test
    void everyModuleDeclaresOnlyWhatItUses() {
        assertThat(modules.stream().filter(module -> !module.isRootModule())).allSatisfy(module -> {
            var used = module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(each -> each.getIdentifier().toString())
                    .collect(Collectors.toSet());
            assertThat(declared(module.getBasePackage().getName()))
                    .as(module.getIdentifier().toString())
                    .isEqualTo(used);
        });
    }

    private static Set<String> declared(String packageName) throws ClassNotFoundException {
        var annotation = Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
        // a named part of a module ("content :: report") is that module
        return Arrays.stream(annotation.allowedDependencies())
                .map(name -> name.replaceFirst(" ::.*", ""))
                .collect(Collectors.toSet());
    }
}

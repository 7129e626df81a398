package jp.kenpo.gateway.content;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every rule of every kind of content, found on the class path: an enum below {@code content} that makes findings. */
public final class ContentRules {

    /**
     * One rule.
     *
     * @param constant the enum constant, for its Javadoc
     */
    public record ContentRule(Enum<?> constant, String id, Severity severity) {

        Class<?> type() {
            return constant.getDeclaringClass();
        }
    }

    private ContentRules() {}

    /** Returns the rules in the order of their types' names and of their declaration. */
    public static List<ContentRule> all() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("jp.kenpo.gateway.content")
                        .stream()
                        .filter(JavaClass::isEnum)
                        .filter(type -> type.tryGetField("id").isPresent())
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .flatMap(type -> rules(type.reflect()))
                        .toList();
    }

    private static Stream<ContentRule> rules(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> new ContentRule((Enum<?>) constant, id(type, constant), severity(type, constant)));
    }

    private static String id(Class<?> type, Object constant) {
        try {
            Field id = type.getDeclaredField("id");
            id.setAccessible(true);
            return String.valueOf(id.get(constant));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no id to read", e);
        }
    }

    private static Severity severity(Class<?> type, Object constant) {
        try {
            for (Method method : allMethods(type)) {
                if (method.getReturnType() == Severity.class && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    return (Severity) method.invoke(constant);
                }
            }
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == Severity.class) {
                    field.setAccessible(true);
                    return (Severity) field.get(constant);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " has no severity to read", e);
        }
        throw new IllegalStateException(type + " is an enum of rules without severity(): add it");
    }

    private static List<Method> allMethods(Class<?> type) {
        return Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getMethods()))
                .toList();
    }
}

package jp.kenpo.gateway.content.checkup;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.CsvForm;

/** Archives that register checkups in the online qualification system, composed of received archives. */
public final class CheckupRegistrationKind implements LayoutKind<CheckupRegistrationForm> {

    @Override
    public String label() {
        return "checkup-registration";
    }

    @Override
    public Class<CheckupRegistrationForm> form() {
        return CheckupRegistrationForm.class;
    }

    @Override
    public void check(ConfigurationFile<CheckupRegistrationForm> file, LayoutProblems problems) {
        CheckupRegistrationForm form = file.content();
        problems.other(file, form.archives(), "archives")
                .filter(other -> !(other instanceof ArchiveForm))
                .ifPresent(other -> unfit(file, problems, other, "archives", "checkup-archive"));
        problems.other(file, form.composedFrom(), "composed-from")
                .filter(other -> !(other instanceof CsvForm))
                .ifPresent(other -> unfit(file, problems, other, "composed-from", "csv"));
        number(file, problems, form.sender(), "[0-9]{8}", "sender");
        number(file, problems, form.receiver(), "[0-9]{8}", "receiver");
        number(file, problems, form.interaction(), "[0-9]{1,2}", "interaction");
        number(file, problems, form.service(), "[1-9]", "service");
    }

    private static void number(
            ConfigurationFile<CheckupRegistrationForm> file,
            LayoutProblems problems,
            String value,
            String form,
            String key) {
        if (!value.matches(form)) {
            problems.add(file, "\"" + value + "\" is no " + key + " of an archive", "Write digits: " + form, key);
        }
    }

    private static void unfit(
            ConfigurationFile<CheckupRegistrationForm> file,
            LayoutProblems problems,
            LayoutForm other,
            String key,
            String kind) {
        problems.add(file, "layout \"" + other.id() + "\" can't be used here", "Name one of kind " + kind, key);
    }

    @Override
    public Set<String> fields(CheckupRegistrationForm form, LayoutSurroundings surroundings) {
        return archives(form, surroundings).fields();
    }

    @Override
    public Content content(CheckupRegistrationForm form, LayoutSurroundings surroundings) {
        return new CheckupArchiveContent(archives(form, surroundings), surroundings);
    }

    @Override
    public Optional<Composition> composition(CheckupRegistrationForm form, LayoutSurroundings surroundings) {
        return Optional.of(new CheckupRepack(form.address(), surroundings.clock()));
    }

    private static ArchiveForm archives(CheckupRegistrationForm form, LayoutSurroundings surroundings) {
        return (ArchiveForm) surroundings.form(form.archives());
    }
}

package dev.keystead.app.cli;

import dev.keystead.app.config.Problems;
import dev.keystead.core.domain.InvalidValueException;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import dev.keystead.core.domain.Subject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code token}: a token for the development server of this folder. */
final class MintToken implements Command {
    private static final String SUBJECT = "--sub";
    private static final String ORG = "--org";
    private static final String LIFETIME = "--ttl";
    private static final String DEFAULT_LIFETIME = "1h";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("token");
        spec.usageMessage()
                .description(
                        "Prints a token for the development server, signed with the key in the folder keystead-dev.");
        spec.addOption(OptionSpec.builder(SUBJECT)
                .paramLabel("SUBJECT")
                .type(String.class)
                .required(true)
                .description("whom the token is for")
                .build());
        spec.addOption(OptionSpec.builder(ORG)
                .paramLabel(Grant.FORM)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .required(true)
                .description("the roles in an organisation; may be repeated")
                .build());
        spec.addOption(OptionSpec.builder(LIFETIME)
                .paramLabel("TIME")
                .type(String.class)
                .description("how long it is good: a number and s, m, h or d (" + DEFAULT_LIFETIME + ")")
                .build());
        return spec;
    }

    @Override
    public int run(Invocation invocation, Terminal terminal) {
        Problems problems = invocation.problems();
        Optional<Subject> subject =
                invocation.value(SUBJECT).flatMap(text -> parse(SUBJECT, text, Subject::new, problems));
        Map<OrgId, Set<Role>> grants = new HashMap<>();
        invocation.values(ORG).stream()
                .flatMap(text -> parse(ORG, text, Grant::parse, problems).stream())
                .forEach(grant -> grants.computeIfAbsent(grant.org(), org -> EnumSet.noneOf(Role.class))
                        .addAll(grant.roles()));
        Optional<Duration> lifetime =
                parse(LIFETIME, invocation.value(LIFETIME).orElse(DEFAULT_LIFETIME), Lifespan::parse, problems);
        problems.throwIfAny();
        terminal.out()
                .println(DevTokens.mint(
                        DevFolder.in(terminal.directory()).tokenIssuer(),
                        subject.orElseThrow(),
                        grants,
                        lifetime.orElseThrow()));
        return ExitCode.FINE;
    }

    private static <T> Optional<T> parse(String flag, String text, Function<String, T> parser, Problems problems) {
        try {
            return Optional.of(parser.apply(text));
        } catch (InvalidValueException wrong) {
            problems.add(flag + " " + wrong.getMessage());
            return Optional.empty();
        }
    }
}

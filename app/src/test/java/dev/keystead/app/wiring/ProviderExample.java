package dev.keystead.app.wiring;

import dev.keystead.core.domain.Grants;
import dev.keystead.core.domain.OrgId;
import dev.keystead.core.domain.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code docs/identity-providers.md} shows of one provider.
 *
 * @param title the section
 * @param properties the options of the server, as lines of a properties file
 * @param token the body of a token
 * @param grants what that token grants
 */
record ProviderExample(String title, String properties, String token, Grants grants) {
    private static final Pattern SECTION = Pattern.compile("^## (.+)$((?:\\R(?!## ).*)*)", Pattern.MULTILINE);
    private static final Pattern GRANT = Pattern.compile("`([^`=]+)=([a-z,]+)`");

    /** The examples of the page, one for each section. */
    static List<ProviderExample> all() throws IOException {
        String page = Files.readString(Path.of("../docs/identity-providers.md"));
        return SECTION.matcher(page)
                .results()
                .map(section -> of(section.group(1), section.group(2)))
                .toList();
    }

    private static ProviderExample of(String title, String text) {
        return new ProviderExample(title, block("properties", text), block("json", text), grants(text));
    }

    private static String block(String language, String text) {
        return theOnly("(?s)^```" + language + "\\R(.*?)^```$", text);
    }

    private static Grants grants(String text) {
        Map<OrgId, Set<Role>> roles = GRANT.matcher(theOnly("^Grants: (.+)$", text))
                .results()
                .collect(Collectors.toMap(grant -> new OrgId(grant.group(1)), grant -> roles(grant.group(2))));
        return Grants.of(roles);
    }

    private static Set<Role> roles(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> Role.named(name).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static String theOnly(String pattern, String text) {
        List<MatchResult> found = Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(text)
                .results()
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("there must be one of " + pattern + " in a section, not " + found.size());
        }
        return found.get(0).group(1);
    }

    @Override
    public String toString() {
        return title;
    }
}

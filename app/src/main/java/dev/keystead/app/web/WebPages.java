package dev.keystead.app.web;

import dev.keystead.app.config.AuthOptions;
import dev.keystead.app.config.ConsoleOptions;
import dev.keystead.http.FixedDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The console, the OpenAPI document and the page that shows it, from the jar. */
public final class WebPages {
    /** Where the console is found. */
    public static final String CONSOLE = "/console/";

    private static final String INDEX = "index.html";

    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "yaml", "application/yaml");

    /** Paths below the root, which are names of resources as well. */
    private static final List<String> FILES = List.of(
            "openapi.yaml",
            "api/index.html",
            "api/page.css",
            "api/page.js",
            "api/swagger-ui.css",
            "api/swagger-ui-bundle.js",
            "console/console.css",
            "console/icon.svg",
            "console/address.js",
            "console/api.js",
            "console/clouds.js",
            "console/credentials.js",
            "console/dom.js",
            "console/editor.js",
            "console/form.js",
            "console/frame.js",
            "console/history.js",
            "console/main.js",
            "console/notice.js",
            "console/oidc.js",
            "console/organization.js",
            "console/random.js",
            "console/removal.js",
            "console/session.js",
            "console/setup.js",
            "console/sign-in.js",
            "console/times.js");

    private WebPages() {}

    /** All of them, for a console that people sign in to so. */
    public static List<FixedDocument> all(ConsoleOptions console, AuthOptions auth) {
        return Stream.concat(
                        FILES.stream().map(file -> document(file, content(file))),
                        Stream.of(page(console, auth), document("console/settings.json", settings(console, auth))))
                .toList();
    }

    /** It asks the issuer, if people sign in there. */
    private static FixedDocument page(ConsoleOptions console, AuthOptions auth) {
        FixedDocument page = document("console/" + INDEX, content("console/" + INDEX));
        Optional<String> issuer = console.clientId().flatMap(client -> ConsoleOptions.originOf(auth.issuer()));
        return issuer.map(page::asking).orElse(page);
    }

    private static byte[] settings(ConsoleOptions console, AuthOptions auth) {
        ObjectNode settings = JsonMapper.shared()
                .createObjectNode()
                .put("organizations_claim", auth.orgsClaim())
                .put("organization_claim", auth.orgClaim());
        console.clientId()
                .ifPresent(client -> settings.put("issuer", auth.issuer())
                        .put("client_id", client)
                        .put("scope", console.scope()));
        return JsonMapper.shared().writeValueAsBytes(settings);
    }

    private static FixedDocument document(String file, byte[] content) {
        String path = file.endsWith(INDEX) ? file.substring(0, file.length() - INDEX.length()) : file;
        String mediaType = MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (mediaType == null) {
            throw new IllegalStateException("no media type for " + file);
        }
        return FixedDocument.of("/" + path, mediaType, content);
    }

    private static byte[] content(String file) {
        try (InputStream resource = WebPages.class.getResourceAsStream(file)) {
            if (resource == null) {
                throw new IllegalStateException("the build left out " + file);
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

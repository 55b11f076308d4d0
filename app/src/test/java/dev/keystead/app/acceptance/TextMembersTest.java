package dev.keystead.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the single members, at their boundaries; strings are as they stand in the JSON text. */
class TextMembersTest extends AcceptanceTest {

    private static final String LINE = "must not contain control characters, line separators or unpaired surrogates";
    private static final String BLOCK =
            "must not contain control characters other than tab, CR and LF, or unpaired surrogates";
    private static final String ORG = "must be 1 to 128 of A-Z a-z 0-9 . _ : @ | -";

    @Test
    @DisplayName("H-43 an organisation has 1 to 128 characters of its alphabet")
    void acceptsOrganisations() {
        for (String name : List.of("a", "Az09._:@|-", "o".repeat(128))) {
            Client client = bearing(Claims.of("ada").in(name, "admin"));

            assertThat(client.get("/list?org_id=" + Bodies.query(name)).status())
                    .isEqualTo(200);
            assertThat(client.post("/create", Bodies.aws(name, "one")).status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @DisplayName("H-43 other organisations are refused")
    @ValueSource(strings = {"", " ", "a b", "a/b", "ä", "a\\n", "a,b", "*"})
    void refusesOtherOrganisations(String name) {
        ProblemReply.invalid(admin.post("/create", Bodies.aws(name, "one"))).hasErrors("pointer /org_id: " + ORG);
    }

    @Test
    @DisplayName("H-43 129 characters are refused")
    void refusesLongOrganisations() {
        Reply reply = admin.get("/list?org_id=" + "o".repeat(129));

        ProblemReply.invalid(reply).hasErrors("parameter org_id: " + ORG);
    }

    @Test
    @DisplayName("H-44 a well-formed id that does not exist is 404")
    void findsNothingUnderOtherIds() {
        for (String id : List.of("x", "-", "A".repeat(64), "019f0c5e-7d8a-7c31-9b52-3f1d6a0e4c77")) {
            ProblemReply.of(describe(id), 404, "not-found");
            ProblemReply.of(remove(id), 404, "not-found");
        }
        assertThat(ProblemReply.invalid(remove("A".repeat(65))).errors()).hasSize(1);
        assertThat(ProblemReply.invalid(remove("")).errors()).hasSize(1);
    }

    @Test
    @DisplayName("H-45 a name has 1 to 128 code points, counted and stored after stripping")
    void stripsNames() {
        String emoji = "\\ud83d\\ude00";

        createAws(" \\u2003name \\u3000");
        createAws(emoji.repeat(128));

        assertThat(list().each("credentials", "name")).containsExactly("name", "\ud83d\ude00".repeat(128));
        refusesName("", "must have 1 to 128 characters, not counting white space around them");
        refusesName(" \\u2003 ", "must have 1 to 128 characters, not counting white space around them");
        refusesName("x".repeat(129), "must have 1 to 128 characters, not counting white space around them");
        refusesName(emoji.repeat(129), "must have 1 to 128 characters, not counting white space around them");
    }

    @ParameterizedTest
    @DisplayName("H-45 control characters, separators and surrogates are refused, before stripping too")
    @ValueSource(
            strings = {
                "a\\u0000b",
                "a\\tb",
                "a\\n",
                "\\u000bx",
                "\\u001fx",
                "a\\u007fb",
                "a\\u0085",
                "a\\u2028",
                "\\u2029x",
                "a\\ud800",
                "\\udc00x",
                "\\ude00\\ud83d"
            })
    void refusesControlCharactersInNames(String name) {
        refusesName(name, LINE);
    }

    @Test
    @DisplayName("H-46 comments have up to 2,000 code points, tabs and line breaks included")
    void acceptsComments() {
        String longest = "\\ud83d\\ude00".repeat(1_999) + "\\t";

        String id = admin.post("/create", withComments(" a\\r\\n\\tb ")).id();
        update(id, "{\"comments\":\"" + longest + "\"}").ok();

        assertThat(history().each("history", "reason")).contains(" a\r\n\tb ");
        assertThat(list().each("credentials", "comments")).containsExactly("\ud83d\ude00".repeat(1_999) + "\t");
        ProblemReply.invalid(update(id, "{\"comments\":\"" + longest + "x\"}"))
                .hasErrors("pointer /data/comments: must have at most 2000 characters");
    }

    @ParameterizedTest
    @DisplayName("H-46 other control characters and surrogates are refused in comments and reasons")
    @ValueSource(strings = {"a\\u0000", "\\u001b[0m", "\\u007f", "\\u0085", "\\ud800", "x\\udfffx"})
    void refusesControlCharactersInComments(String text) {
        ProblemReply.invalid(admin.post("/create", withComments(text))).hasErrors("pointer /comments: " + BLOCK);
        ProblemReply.invalid(admin.post("/delete", Bodies.remove(org, "x").replace("as removed", text)))
                .hasErrors("pointer /comments: " + BLOCK);
        ProblemReply.invalid(admin.post(
                        "/update", Bodies.update(org, "x", "{\"name\":\"x\"}").replace("as updated", text)))
                .hasErrors("pointer /reason: " + BLOCK);
    }

    @Test
    @DisplayName("H-47 a purpose has 1 to 200 code points")
    void limitsPurposes() {
        String id = createAws("one");
        String body = Bodies.resolve(org, id);
        String limits = "must have 1 to 200 characters, not counting white space around them";

        agent.post("/resolve", body.replace("as resolved", "p".repeat(200))).ok();

        ProblemReply.invalid(agent.post("/resolve", body.replace("as resolved", "p".repeat(201))))
                .hasErrors("pointer /purpose: " + limits);
        ProblemReply.invalid(agent.post("/resolve", body.replace("as resolved", " ")))
                .hasErrors("pointer /purpose: " + limits);
        ProblemReply.invalid(agent.post("/resolve", body.replace("as resolved", "a\\nb")))
                .hasErrors("pointer /purpose: " + LINE);
    }

    private void refusesName(String name, String detail) {
        ProblemReply.invalid(admin.post("/create", Bodies.aws(org, name))).hasErrors("pointer /name: " + detail);
    }

    private String withComments(String comments) {
        return Bodies.aws(org, "one").replace("as created", comments);
    }
}

package dev.keystead.app.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.keystead.core.spi.Storage;
import dev.keystead.inmemory.InMemoryStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong in a file is told by its line and member, and nothing of the file is imported. */
class StrictImportTest {
    private static final String PLANTED = "planted-value";

    private final Storage storage = new InMemoryStorage();
    private final List<String> lines = new ArrayList<>();

    /** Lines 2 to 4 are credentials (aws, azure, gcp), 5 and 6 history, 7 an external id, 8 history of another, 9 the trailer. */
    @BeforeEach
    void exportEverything() {
        Storage source = new InMemoryStorage();
        Samples.load(source, Samples.everything());
        Samples.export(source).lines().forEach(lines::add);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            3 | "id":"Z"                  | "idd":"planted-value"                 | /id is missing
            3 | "version":1               | "version":1,"extra":"planted-value"   | there is an unknown member: known are kind, org_id, id, name, comments, type, specific, resources, last_time, version, created_at, created_by, updated_at, updated_by
            3 | "kid":"kid-1"             | "kid":"kid-1","d":"planted-value"     | /specific/key is an unknown member: known are kid, sealed
            3 | "tenant":"contoso.com"    | "tenant":"contoso.com","role":"x"     | /specific is an unknown member: known are tenant, clientId, key
            3 | "kid":"kid-1"             | "kid":7                               | /specific/key/kid must be a string
            3 | "kid":"kid-1"             | "kid":" "                             | /specific/key/kid must not be blank, nor have control characters or unpaired surrogates
            3 | "kid":"kid-1"             | "kid":"planted-value\\ud800"          | /specific/key/kid must not be blank, nor have control characters or unpaired surrogates
            3 | "kid":"kid-1"             | "kid":"planted-value\\u0000"          | /specific/key/kid must not be blank, nor have control characters or unpaired surrogates
            3 | "tenant":"contoso.com"    | "tenant":"planted-value"              | /specific/tenant must be a tenant's GUID or verified domain name, such as contoso.onmicrosoft.com
            3 | "tenant":"contoso.com"    | "tenant":"Contoso.com"                | /specific/tenant is not as it is stored: there is white space around it, or upper case in it
            3 | "name":"name of Z"        | "name":" name of Z"                   | /name is not as it is stored: there is white space around it, or upper case in it
            3 | "name":"name of Z"        | "name":null                           | /name must be a string
            3 | "type":"azure"            | "type":"planted-value"                | /type is not one of the known values
            3 | "type":"azure"            | "type":"aws"                          | /specific/role is missing
            3 | "type":"azure"            | "type":"gap"                          | /type is not one of the known values
            3 | "resources":0             | "resources":"0"                       | /resources must be a whole number from 0 to 2147483647
            3 | "resources":0             | "resources":-1                        | /resources must be a whole number from 0 to 2147483647
            3 | "resources":0             | "resources":2147483648                | /resources must be a whole number from 0 to 2147483647
            3 | "version":1               | "version":1.0                         | /version must be a whole number from 1 to 1000000000000000
            3 | "version":1               | "version":1000000000000001            | /version must be a whole number from 1 to 1000000000000000
            3 | "created_at":"2026-11-23T | "created_at":"2026-02-30T             | /created_at must be a time from the year 1 to 9999, such as 2026-11-23T19:05:11.123Z
            3 | "created_at":"2026        | "created_at":"0000                    | /created_at must be a time from the year 1 to 9999, such as 2026-11-23T19:05:11.123Z
            3 | "created_at":"2026        | "created_at":"+12026                  | /created_at must be a time from the year 1 to 9999, such as 2026-11-23T19:05:11.123Z
            3 | 11.120Z","updated_by      | 11.1204Z","updated_by                 | /updated_at must be a time from the year 1 to 9999, such as 2026-11-23T19:05:11.123Z
            4 | "last_time":"0001         | "last_time":null,"x":"0001            | /last_time must be a string
            4 | "specific":{              | "specific":7,"x":{                    | /specific must be an object
            5 | "event":"removed"         | "event":"planted-value"               | /event is not one of the known values
            5 | "changed":[]              | "changed":{}                          | /changed must be an array
            5 | "changed":[]              | "changed":[7]                         | /changed must be an array of strings
            5 | "changed":[]              | "changed":["planted-value"]           | /changed must list members of a credential, each once and in their order
            6 | "name","specific.key"     | "specific.key","name"                 | /changed must list members of a credential, each once and in their order
            6 | "name","specific.key"     | "name","name"                         | /changed must list members of a credential, each once and in their order
            7 | "external_id":"abc        | "external_id":"planted-value          | /external_id must be 32 of A-Z a-z 0-9
            7 | "org_id":"acme"           | "org_id":"planted value"              | `/org_id must be 1 to 128 of A-Z a-z 0-9 . _ : @ | -`
            2 | "kind":"credential"       | "kind":"planted-value"                | /kind is not one of the known values
            2 | "kind":"credential"       | "kind":"header"                       | is a second header
            1 | keystead-export           | planted-value                         | is not the header of an export
            1 | "kind":"header"           | "kind":"trailer"                      | is not the header of an export
            1 | "version":1               | "version":2                           | says a version of the format that is not known here: import it with a newer Keystead
            1 | "version":1               | "version":1,"planted-value":1         | there is an unknown member: known are kind, format, version
            9 | "credentials":3           | "credentials":4                       | counts organisations: 2, credentials: 4, history entries: 3, external ids: 1; but before it there are organisations: 2, credentials: 3, history entries: 3, external ids: 1
            9 | "history":3               | "history":3,"x":1                     | there is an unknown member: known are kind, organizations, credentials, history, external_ids
            """)
    void namesTheMember(int line, String there, String instead, String problem) {
        assertThat(lines.get(line - 1)).contains(there);
        lines.set(line - 1, lines.get(line - 1).replace(there, instead));

        assertRefused("line " + line + ": " + problem);
    }

    @Test
    void refusesLinesInAnotherOrder() {
        for (int line = 2; line < 8; line++) {
            List<String> swapped = new ArrayList<>(lines);
            swapped.set(line - 1, lines.get(line));
            swapped.set(line, lines.get(line - 1));

            assertRefused(swapped, "line " + (line + 1) + ": comes twice, or not in the order of an export");
        }
    }

    @Test
    void refusesALineThatComesTwice() {
        for (int line = 2; line < 9; line++) {
            List<String> repeated = new ArrayList<>(lines);
            repeated.add(line, lines.get(line - 1));

            assertRefused(repeated, "line " + (line + 1) + ": comes twice, or not in the order of an export");
        }
    }

    @Test
    void refusesWhatStandsBehindTheTrailer() {
        lines.add("");
        lines.add(lines.get(1));

        assertRefused("line 10: stands behind the trailer");
    }

    @Test
    void refusesAnEmptyFile() {
        lines.clear();

        assertRefused("line 1: is not there: the file is empty");
    }

    @Test
    void refusesAnEmptyLine() {
        lines.add(3, "");

        assertRefused("line 4: is not one JSON object with unique members, nested at most 8 deep");
    }

    @Test
    void takesTheMembersOfALineInAnyOrder() {
        lines.set(8, "{\"external_ids\":1,\"history\":3,\"credentials\":3,\"organizations\":2,\"kind\":\"trailer\"}\r");

        assertThat(Samples.read(String.join("\n", lines), storage)).isEqualTo(new Counts(2, 3, 3, 1));
    }

    private void assertRefused(String message) {
        assertRefused(lines, message);
    }

    private void assertRefused(List<String> file, String message) {
        Throwable failure =
                catchThrowable(() -> Samples.read(file.isEmpty() ? "" : String.join("\n", file) + "\n", storage));

        assertThat(failure).isInstanceOf(TransferException.class).hasMessage(message);
        assertThat(failure.getMessage()).doesNotContain(PLANTED).doesNotContain(Samples.SEALED);
        assertThat(storage.maintenance().organizations(Optional.empty(), 1)).isEmpty();
    }
}

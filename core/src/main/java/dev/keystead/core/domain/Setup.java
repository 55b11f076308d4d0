package dev.keystead.core.domain;

import java.util.List;
import java.util.Optional;

/**
 * What an organisation does in its cloud before it creates the credential.
 *
 * @param type the cloud
 * @param externalId what the trust is conditional on; AWS alone has it
 * @param trustedAccount the account of the platform that is let in; empty for Azure, which lets in no foreign account
 * @param documents the files that the steps refer to by name; may be empty
 * @param steps in order, each a piece of shell text: lines of comment, then the lines to run
 */
public record Setup(
        CloudType type,
        Optional<ExternalId> externalId,
        Optional<String> trustedAccount,
        List<Document> documents,
        List<String> steps) {

    public Setup {
        documents = List.copyOf(documents);
        steps = List.copyOf(steps);
    }

    /**
     * A file.
     *
     * @param name the name that the steps use
     * @param mediaType such as {@code application/json}
     * @param content the text
     */
    public record Document(String name, String mediaType, String content) {}
}

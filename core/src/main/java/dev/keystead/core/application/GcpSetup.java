package dev.keystead.core.application;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.GcpServiceAccount;
import dev.keystead.core.domain.Setup;
import java.util.List;
import java.util.Optional;

/** How a Google Cloud project lets the platform in: a role for the platform's service account. */
final class GcpSetup {
    private static final String WARNING = """
            # Beware: this platform connects to all its customers by one service account, %1$s.
            # Google Cloud has no external id: another customer of the platform who knows the id of your project
            # could register it as theirs. Ask the platform for a service account for your organisation alone.

            """;

    private static final String STEPS = """
            # Run all lines in one shell, such as Cloud Shell, as an owner of the project.
            # They are about the current project. To choose another one: gcloud config set project ID
            project=$(gcloud config get-value project)

            # Enable the APIs that tell what the project has.
            gcloud services enable cloudresourcemanager.googleapis.com cloudasset.googleapis.com --project="$project"

            # Let the service account of the platform view the project.
            gcloud projects add-iam-policy-binding "$project" --member=serviceAccount:%1$s --role=roles/viewer --condition=None

            # Create the credential with the type gcp. Its specific.project is what this prints.
            echo "$project"
            """;

    private GcpSetup() {}

    /**
     * Describes it.
     *
     * @param ownAccount true if no other organisation has this account
     */
    static Setup describe(GcpServiceAccount account, boolean ownAccount) {
        String steps = ownAccount ? STEPS : WARNING + STEPS;
        return new Setup(
                CloudType.GCP,
                Optional.empty(),
                Optional.of(account.value()),
                List.of(),
                Steps.of(steps.formatted(account)));
    }
}

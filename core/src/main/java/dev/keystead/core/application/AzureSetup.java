package dev.keystead.core.application;

import dev.keystead.core.domain.CloudType;
import dev.keystead.core.domain.Setup;
import java.util.List;
import java.util.Optional;

/** How an Azure tenant lets the platform in: an application of its own, whose key the platform gets. */
final class AzureSetup {
    /** The object id and the type of the assignee spare the assignment a look-up that would not find a new principal for a while. */
    private static final String STEPS = """
            # Run all lines in one shell, such as Azure Cloud Shell, as a user who may register applications and assign roles.
            # They are about the current subscription. To choose another one: az account set --subscription ID
            subscription=$(az account show --query id --output tsv)

            # Register an application for the platform.
            app=$(az ad app create --display-name Keystead --query appId --output tsv)
            principal=$(az ad sp create --id "$app" --query id --output tsv)

            # Let it read the subscription and nothing else.
            az role assignment create --assignee-object-id "$principal" --assignee-principal-type ServicePrincipal --role Reader --scope "/subscriptions/$subscription"

            # Make a key, which is shown this once and is good for a year.
            # Create the credential with the type azure. Of what this prints,
            # appId is its specific.clientId, tenant its specific.tenant and password its specific.key.
            # The secret ID that the portal lists is not the key.
            az ad app credential reset --id "$app" --append --display-name Keystead --years 1
            """;

    private AzureSetup() {}

    static Setup describe() {
        return new Setup(CloudType.AZURE, Optional.empty(), Optional.empty(), List.of(), Steps.of(STEPS));
    }
}

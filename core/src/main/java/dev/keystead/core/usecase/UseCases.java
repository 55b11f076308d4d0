package dev.keystead.core.usecase;

/** All use cases over one repository and one sealer: what an edge, such as the HTTP adapter, needs of the core. */
public record UseCases(
        CreateCredential createCredential,
        ListCredentials listCredentials,
        DescribeCredential describeCredential,
        UpdateCredential updateCredential,
        RemoveCredential removeCredential,
        ResolveCredential resolveCredential,
        ReportUsage reportUsage,
        ListHistory listHistory,
        DescribeSetup describeSetup) {}

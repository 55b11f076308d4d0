/**
 * The conformance kit: extend {@link dev.keystead.tck.CredentialRepositoryTck} in the tests of a storage adapter. The rules are those of
 * {@code docs/storage-contract.md}.
 */
@NullMarked
package dev.keystead.tck;

import org.jspecify.annotations.NullMarked;

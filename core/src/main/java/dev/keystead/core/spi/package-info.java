/** What you implement: the ports to storage, tokens and sealing. */
@NullMarked
package dev.keystead.core.spi;

import org.jspecify.annotations.NullMarked;

/** How the use cases work; not exported. */
@NullMarked
package dev.keystead.core.application;

import org.jspecify.annotations.NullMarked;

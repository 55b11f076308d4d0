/** Breaks rules of the architecture on purpose, to show that they see it. */
@NullMarked
package broken.keystead.core.application;

import org.jspecify.annotations.NullMarked;

/** The architecture, as rules, and the proof that each of them sees what breaks it. */
@NullMarked
package dev.keystead.app.architecture;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.keystead.app.wiring;

import org.jspecify.annotations.NullMarked;

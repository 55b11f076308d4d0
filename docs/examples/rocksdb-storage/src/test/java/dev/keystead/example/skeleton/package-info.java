/** What an adapter begins with: it compiles, and the kit refuses all of it. */
@NullMarked
package dev.keystead.example.skeleton;

import org.jspecify.annotations.NullMarked;

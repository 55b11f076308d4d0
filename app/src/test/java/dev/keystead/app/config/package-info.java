@NullMarked
package dev.keystead.app.config;

import org.jspecify.annotations.NullMarked;

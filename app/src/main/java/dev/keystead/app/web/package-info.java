/** What a server gives out beside its API: pages for people and the description for programs. */
@NullMarked
package dev.keystead.app.web;

import org.jspecify.annotations.NullMarked;

package dev.keystead.http;

import java.io.IOException;

/** The body of a request did not arrive in time. */
final class SlowBodyException extends IOException {
    SlowBodyException() {
        super("the body took too long to arrive");
    }
}

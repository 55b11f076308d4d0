/** The credential registry itself: no dependency but the JDK. */
module dev.keystead.core {
    requires static org.jspecify;

    exports dev.keystead.core;
    exports dev.keystead.core.domain;
    exports dev.keystead.core.usecase;
    exports dev.keystead.core.spi;
}

package broken.keystead.core.spi;

/** Stands for the one port that the edge may use. */
public interface TokenVerifier {}

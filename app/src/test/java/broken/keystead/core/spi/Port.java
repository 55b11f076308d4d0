package broken.keystead.core.spi;

/** Stands for a port. */
public interface Port {}

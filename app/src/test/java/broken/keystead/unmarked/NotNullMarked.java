package broken.keystead.unmarked;

/** Of a package without a package-info. */
public interface NotNullMarked {}

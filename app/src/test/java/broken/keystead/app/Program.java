package broken.keystead.app;

/** Stands for the application. */
public interface Program {}

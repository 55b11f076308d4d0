package broken.keystead.http;

/** A way into the adapter beside its door. */
public interface SecondDoor {}

package broken.keystead.jdbc;

import java.util.List;

/** A storage that configures itself. */
public final class LooksAround {
    public String home() {
        return System.getenv("HOME") + System.getProperty("user.home");
    }

    public List<Object> options() {
        return List.of(Boolean.getBoolean("verbose"), Integer.getInteger("size"), Long.getLong("time"));
    }

    public List<Object> process() {
        return List.of(Runtime.getRuntime(), ProcessHandle.current(), new ProcessBuilder("ls"));
    }

    public void complain(Throwable failure) {
        failure.printStackTrace();
        System.out.println("failed");
    }
}

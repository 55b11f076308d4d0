package dev.keystead.performance.usual;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class Usual {
    public static void main(String[] args) {
        SpringApplication.run(Usual.class, args);
    }
}

package dev.keystead.example.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A Spring Boot application that registers the cloud accounts of its customers with Keystead. */
@SpringBootApplication
public class Platform {
    public static void main(String[] args) {
        SpringApplication.run(Platform.class, args);
    }
}

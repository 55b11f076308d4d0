package dev.keystead.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the headers say about a body (RFC 9110, 8.3 and 8.4): that it is JSON in UTF-8, as it is. */
final class ContentHeaders {
    private static final String JSON = "application/json";
    private static final String CHARSET = "charset";
    private static final String UTF_8 = "utf-8";
    private static final String IDENTITY = "identity";

    private static final Pattern MEDIA_TYPE = Pattern.compile("[ \\t]*+([^;, \\t]++)");
    /** A parameter, or what an empty one leaves. Possessive, so that a long value is read in a loop and not on the stack. */
    private static final Pattern PARAMETER =
            Pattern.compile("[ \\t]*+;[ \\t]*+(?:([^;=\" \\t]++)=(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^;\" \\t]*+)))?+");

    private static final Pattern QUOTED_PAIR = Pattern.compile("\\\\(.)");

    private ContentHeaders() {}

    /** Refuses a body that is declared as anything else. */
    static void check(HttpServletRequest request) {
        List<String> types = Collections.list(request.getHeaders("Content-Type"));
        if (types.isEmpty() || !types.stream().allMatch(ContentHeaders::isJsonInUtf8)) {
            throw new ProblemException(
                    Problem.of(Problem.Type.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json, in UTF-8"));
        }
        if (!Collections.list(request.getHeaders("Content-Encoding")).stream().allMatch(ContentHeaders::isIdentity)) {
            throw new ProblemException(
                    Problem.of(Problem.Type.UNSUPPORTED_MEDIA_TYPE, "send the body without a Content-Encoding")
                            .with("Accept-Encoding", IDENTITY));
        }
    }

    private static boolean isJsonInUtf8(String contentType) {
        String given = contentType.strip();
        Matcher type = MEDIA_TYPE.matcher(given);
        if (!type.lookingAt() || !type.group(1).equalsIgnoreCase(JSON)) {
            return false;
        }
        Matcher parameter = PARAMETER.matcher(given).region(type.end(), given.length());
        while (parameter.lookingAt()) {
            if (CHARSET.equalsIgnoreCase(parameter.group(1)) && !UTF_8.equalsIgnoreCase(value(parameter))) {
                return false;
            }
            parameter.region(parameter.end(), given.length());
        }
        return parameter.regionStart() == given.length();
    }

    private static String value(Matcher parameter) {
        String quoted = parameter.group(2);
        return quoted == null ? parameter.group(3) : QUOTED_PAIR.matcher(quoted).replaceAll("$1");
    }

    private static boolean isIdentity(String contentEncoding) {
        return Pattern.compile(",")
                .splitAsStream(contentEncoding)
                .map(String::strip)
                .allMatch(encoding -> encoding.isEmpty() || encoding.equalsIgnoreCase(IDENTITY));
    }
}

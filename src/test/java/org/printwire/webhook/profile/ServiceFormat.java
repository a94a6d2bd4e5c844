package org.printwire.webhook.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a service takes, by its documentation.
 *
 * @param site    scheme and host, a pattern
 * @param methods those that it answers to
 * @param path    with percent-encoding undone, a pattern
 * @param headers that must be there, each with a pattern
 * @param without names of headers that must not be there
 * @param bodies  one of them must fit
 * @param most    bytes of a body
 * @param answer  the status of a message that is taken
 */
public record ServiceFormat(String site, String methods, String path, Map<String, String> headers, List<String> without,
        List<Body> bodies, int most, int answer) {

    private static final int USUAL_MOST = 5_000_000;

    /** POST or PUT to a place that is the user's own, answered by 200. */
    static ServiceFormat of(Body... bodies) {
        return new ServiceFormat("https?://.+", "POST|PUT", "/.+", Map.of(), List.of(), List.of(bodies), USUAL_MOST, 200);
    }

    ServiceFormat at(String newSite, String newMethods, String newPath) {
        return new ServiceFormat(newSite, newMethods, newPath, headers, without, bodies, most, answer);
    }

    ServiceFormat with(String header, String pattern) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, pattern);
        return new ServiceFormat(site, methods, path, more, without, bodies, most, answer);
    }

    ServiceFormat without(String... headerNames) {
        return new ServiceFormat(site, methods, path, headers, List.of(headerNames), bodies, most, answer);
    }

    ServiceFormat upTo(int bytes) {
        return new ServiceFormat(site, methods, path, headers, without, bodies, bytes, answer);
    }

    ServiceFormat answering(int status) {
        return new ServiceFormat(site, methods, path, headers, without, bodies, most, status);
    }

    /** What the service would refuse; empty: it takes the message. */
    public List<String> refusals(Received request) {
        List<String> wrong = new ArrayList<>();
        if (!request.method().matches(methods)) {
            wrong.add("method " + request.method());
        }
        if (!request.path().matches(path)) {
            wrong.add("path " + request.path());
        }
        headers.forEach((name, pattern) -> {
            String value = request.headers().get(name);
            if (value == null || !value.matches(pattern)) {
                wrong.add("header " + name + ": " + value);
            }
        });
        without.stream().filter(request.headers()::containsKey).forEach(name -> wrong.add("header " + name + " is there"));
        if (request.body().length > most) {
            wrong.add("the body has " + request.body().length + " bytes");
        }
        bodies.stream().filter(body -> request.contentType().toLowerCase(Locale.ROOT).matches(body.type()))
                .findFirst()
                .ifPresentOrElse(body -> body.check(request, wrong),
                        () -> wrong.add("Content-Type " + request.contentType()));
        return wrong;
    }

    public sealed interface Body {

        /** A pattern for the content type, in lower case. */
        String type();

        void check(Received request, List<String> wrong);
    }

    static Body json(Shape shape) {
        return new JsonBody("application/json(; *charset=utf-8)?", shape);
    }

    static Body json(String type, Shape shape) {
        return new JsonBody(type, shape);
    }

    static Body form(Shape fields, String file, boolean mustHaveFile) {
        return new Multipart(fields, file, mustHaveFile);
    }

    record JsonBody(String type, Shape shape) implements Body {
        @Override
        public void check(Received request, List<String> wrong) {
            request.text().ifPresentOrElse(text -> Shape.json(shape).check(text, "", wrong),
                    () -> wrong.add("the body is not UTF-8"));
        }
    }

    /** Fields in the order of the body, then, where there is a picture, the file. */
    record Multipart(Shape fields, String file, boolean mustHaveFile) implements Body {
        @Override
        public String type() {
            return "multipart/form-data;.*";
        }

        @Override
        public void check(Received request, List<String> wrong) {
            Map<String, Object> texts = new LinkedHashMap<>();
            Map<String, Received.Part> parts = request.parts(wrong);
            Received.Part picture = parts.remove(file);
            parts.forEach((name, part) -> {
                if (part.file() != null) {
                    wrong.add("file " + name + " is not known");
                }
                texts.put(name, part.text());
            });
            if (!wrong.isEmpty()) {
                return;
            }
            fields.check(texts, "", wrong);
            if (picture != null && (picture.file() == null || !"image/jpeg".equals(picture.type()))) {
                wrong.add(file + " is not a picture");
            }
            if (picture == null && mustHaveFile) {
                wrong.add("there is no " + file + " in the request");
            }
        }
    }

    /** The picture as it is: what is not a text. */
    record Picture(int most) implements Body {
        @Override
        public String type() {
            return "image/jpeg";
        }

        @Override
        public void check(Received request, List<String> wrong) {
            if (request.text().isPresent() || request.body().length > most) {
                wrong.add("the body is no picture of up to " + most + " bytes");
            }
        }
    }

    record PlainText(int least, int most) implements Body {
        @Override
        public String type() {
            return "text/plain(; *charset=utf-8)?";
        }

        @Override
        public void check(Received request, List<String> wrong) {
            if (request.text().isEmpty() || request.body().length < least || request.body().length > most) {
                wrong.add("the body is no text of " + least + " to " + most + " bytes");
            }
        }
    }
}

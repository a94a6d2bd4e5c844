package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookProblemsTest {

    private static final String TIME = "write a number and d, h, m or s, as in 30s or 1h30m";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', value = {
        "method: FETCH | method: does not know 'FETCH'; write one of GET, POST, PUT, PATCH, DELETE",
        "contentType: XML | contentType: does not know 'XML'; write one of JSON, FORM, TEXT, PICTURE",
        "compat: octopi | compat: does not know 'octopi'; write one of none, octoprint",
        "{method: GET, contentType: TEXT} | contentType: GET has no body to put a text into; write another method, or leave contentType out",
        "{contentType: PICTURE, data: {a: b}} | data: is not sent with contentType PICTURE, where the picture is the body; leave it out; put texts into headers",
        "{contentType: TEXT, data: {a: b}} | data: must be a text with contentType TEXT, not a group of keys; write data: \"@message\"",
        "{contentType: FORM, data: [a]} | data: must be a group of keys, not a list; write KEY: VALUE lines below it",
        "{method: GET, data: [a]} | data: must be a group of keys, not a list; write KEY: VALUE lines below it",
        "data: 5 | data: must be a group of keys or a list, not a number; write KEY: VALUE lines below it",
        "data: hello | data: is a text, but not a JSON object; write data: {KEY: VALUE}",
        "data: '5' | data: is a text, but not a JSON object; write data: {KEY: VALUE}",
        "data: '{\"a\": {\"b\": 1, \"b\": 2}}' | data.a.b: is there a second time; remove one of the two",
        "data: {a: {b: [1, 012]}} | data.a.b[1]: is a number in an uncommon form; put it in quotes, or write it in plain digits",
        "data: {a: .nan} | data.a: is a number that JSON does not have; put it in quotes",
        "data: {a: [env:NOPE]} | data.a[0]: the environment variable NOPE is not set; set it before the start, or write file:PATH",
        "headers: '[1]' | headers: is a text, but not a JSON object; write headers: {NAME: VALUE}",
        "headers: [a] | headers: must be a group of keys, not a list; write KEY: VALUE lines below it",
        "headers: '{\"A\": \"x\", \"A\": \"y\"}' | headers.A: is there a second time; remove one of the two",
        "headers: {A: ä@message} | headers.A: holds a character that no HTTP header may hold; write printable ASCII on one line",
        "apiSecret: credential:a | apiSecret: there are no credentials: CREDENTIALS_DIRECTORY is not set; start printwire as a systemd service that has LoadCredential=a:PATH, or write file:PATH",

        "customEvents: {name: a} | customEvents: must be a list, not a group of keys; begin each entry below it with '- '",
        "customEvents: [{message: a}] | customEvents[0].name: is missing; write name: and the name of an event",
        "customEvents: [{name: a b}] | customEvents[0].name: must be letters, digits, '.', '_' and '-', not 'a b'; write a name such as bed_ready",
        "customEvents: [{name: a}, {name: A}] | customEvents[1].name: there is another custom event 'A'; remove one of the two",
        "customEvents: [{name: a, text: b}] | customEvents[0].text: is not a key here; write one of name, message",
        "progressGap: soon | progressGap: must be a length of time, not 'soon'; " + TIME,
        "progressGap: 2d | progressGap: must be from 0s to 1d, not 2d",
        "layerInterval: 0 | layerInterval: must be from 1 to 100000, not 0",
        "layerInterval: last | layerInterval: must be a whole number, not a text",
        "cooledDown: {} | cooledDown: names no temperature; write cooledDown: {bed: 40, nozzle: 50}",
        "cooledDown: {bed: 0} | cooledDown.bed: must be from 1.0 to 500.0, not 0",
        "cooledDown: {bet: 40, nozzle: 50} | cooledDown.bet: is not a key here; write bed",
        "quietHours: 22-7 | quietHours: must be a group of keys, not a text; write KEY: VALUE lines below it",
        "cooldown: -5s | cooldown: must be a length of time, not '-5s'; " + TIME,
        "cooldown: 1h30 | cooldown: must be a length of time, not '1h30'; " + TIME,
        "cooldown: {PrintDne: 5m} | cooldown.PrintDne: there is no event 'PrintDne'; write PrintDone",
        "cooldown: {PrintDone: x} | cooldown.PrintDone: must be a length of time, not 'x'; " + TIME,
        "quietHours: {from: \"22:00\"} | quietHours.to: is missing; write to: \"22:00\"",
        "quietHours: {from: 22, to: \"07:00\"} | quietHours.from: must be a time of day from 00:00 to 23:59, not '22'; write from: \"22:00\", in quotes",
        "quietHours: {from: \"24:00\", to: \"07:00\"} | quietHours.from: must be a time of day from 00:00 to 23:59, not '24:00'; write from: \"22:00\", in quotes",
        "quietHours: {from: \"07:00\", to: \"7:00\"} | quietHours.to: is the same as from, which leaves no quiet hours; write another time",
        "quietHours: {from: \"22:00\", to: \"07:00\", except: [Eror]} | quietHours.except[0]: there is no event 'Eror'; write Error",
        "quietHours: {from: \"22:00\", to: \"07:00\", zone: Europe/Berln} | quietHours.zone: there is no time zone 'Europe/Berln'; write Europe/Berlin",
        "snapshotLimit: 0s | snapshotLimit: must be from 1s to 1m, not 0s",
        "retryFor: 31d | retryFor: must be from 0s to 30d, not 31d",

        "oauth: {data: {a: b}} | oauth.url: is missing; write the address that gives tokens, as in url: https://HOST/token",
        "oauth: {url: x} | oauth.url: must be a web address without blanks that begins with http:// or https://; write url: https://HOST/PATH",
        "oauth: {url: \"http://h\", contentType: TEXT} | oauth.contentType: does not know 'TEXT'; write one of JSON, FORM",
        "oauth: {url: \"http://h\", data: [a]} | oauth.data: must be a group of keys, not a list; write KEY: VALUE lines below it",
        "oauth: {url: \"http://h\", clientId: a} | oauth.clientSecret: is missing beside clientId; write both, or put them into data as the server wants",
        "oauth: {url: \"http://h\", grant: a} | oauth.grant: is not a key here; write one of contentType, url, method, headers, data, clientId, clientSecret",
        "oauth: http://h | oauth: must be a group of keys, not a text; write KEY: VALUE lines below it",

        "verifyTls: 0 | verifyTls: must be true or false, not a number",
        "caFile: no.pem | caFile: the file no.pem does not exist; write the path of a PEM file with the authority's certificate",
        "caFile: . | caFile: the file . is no file; write the path of a PEM file with the authority's certificate",
        "caFile: text | caFile: the file text holds no certificate in PEM form; write the path of a PEM file with the authority's certificate",
        "{caFile: ca.pem, verifyTls: false} | caFile: is of no use with verifyTls: false; leave one of the two out",
        "signingSecret: short | signingSecret: must be whsec_ and the base64 of 24 to 64 bytes; make one with: echo \"whsec_$(head -c 32 /dev/urandom |base64)\"",
        "signingSecret: [whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz, whsec_AAAA] | signingSecret[1]: must be whsec_ and the base64 of 24 to 64 bytes; make one with: echo \"whsec_$(head -c 32 /dev/urandom |base64)\""})
    void each_mistake_is_told_in_one_line_that_says_what_to_write(String keys, String problem) throws Exception {
        Files.writeString(directory.resolve("text"), "text");
        Files.writeString(directory.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");

        assertThat(problems(keys)).isEqualTo("c:3: webhooks[0]." + problem.replace("|base64", "| base64"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "delivery: {finish: 2d} | c:1: delivery.finish: must be from 0s to 1d, not 2d",
        "delivery: {end: 2d} | c:1: delivery.end: is not a key here; write one of finish",
        "storage: {retention: 1m} | c:1: storage.retention: must be from 1h to 3650d, not 1m",
        "storage: {maxBytes: much} | c:1: storage.maxBytes: must be a size, not 'much'; write maxBytes: 200MB",
        "storage: {maxBytes: 1kB} | c:1: storage.maxBytes: must be from 10MB to 1TB, not 1kB",
        "storage: {maxByte: 1} | c:1: storage.maxByte: is not a key here; write maxBytes"})
    void each_mistake_outside_of_webhooks_is_told(String text, String problem) {
        assertThat(problemsOf(text)).isEqualTo(problem);
    }

    @Test
    void a_problem_deep_in_the_data_has_its_own_line() {
        assertThat(problemsOf("""
                webhooks:
                  - url: http://h
                    data:
                      a:
                        - b: 1
                          c: 0x10
                """)).startsWith("c:6: webhooks[0].data.a[0].c: ");
    }

    private String problems(String keys) {
        String lines = keys.startsWith("{") ? keys.substring(1, keys.length() - 1) : keys;
        return problemsOf(keys.startsWith("{")
                ? "webhooks:\n -\n  {url: http://h, " + lines + "}\n"
                : "webhooks:\n - url: http://h\n   " + lines + "\n");
    }

    private String problemsOf(String text) {
        return catchThrowableOfType(ConfigException.class,
                () -> ConfigLoader.parse(text, "c", directory, Map.of())).getMessage();
    }
}

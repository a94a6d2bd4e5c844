package org.printwire.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTextTest {

    @Test
    void the_effective_configuration_is_shown_with_its_defaults_and_without_its_secrets() throws Exception {
        assertThat(show("""
                cameras:
                  - {type: http, url: "http://user:sesame@cam:8080/x?key=sesame"}
                webhooks:
                  - url: https://hooks.example/T0/sesame
                    apiSecret: sesame
                    headers: {Authorization: Bearer sesame}
                    messages: {PrintDone: "yes"}
                """)).isEqualTo("""
                printer:
                  profile: null
                  port: null
                  baud: null
                cameras:
                  - name: camera-1
                    type: http
                    url: http://cam:8080/…
                    rotate: 0
                    flipHorizontal: false
                    flipVertical: false
                webhooks:
                  - id: webhook-1
                    enabled: true
                    url: https://hooks.example/…
                    deviceIdentifier: ""
                    apiSecret: '***'
                    events:
                      - PrintStarted
                      - PrintDone
                      - PrintFailed
                      - PrintPaused
                      - UserActionNeeded
                      - Error
                    progressInterval: 50
                    messages:
                      PrintDone: "yes"
                    headers:
                      Authorization: '***'
                    snapshot: true
                    camera: null
                storage:
                  retention: 30d
                  maxBytes: 200MB
                """);
    }

    @Test
    void without_secrets_what_is_shown_is_a_configuration_again() throws Exception {
        String text = show("printer: {profile: ender-3, baud: 250000}\ncameras: [{type: test, rotate: 180}]\n");

        assertThat(show(text)).isEqualTo(text);
    }

    private static String show(String text) throws ConfigException {
        return ConfigText.show(ConfigLoader.parse(text, "c", Path.of("/"), Map.of()));
    }
}

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
                  - {type: test, picture: {crop: {left: 10%, width: 300}, caption: [file, Layer]}}
                webhooks:
                  - url: https://hooks.example/T0/sesame
                    apiSecret: sesame
                    headers: {Authorization: Bearer sesame}
                    messages: {PrintDone: "yes"}
                    data: {text: "@message", key: env:KEY, deep: [env:KEY, 1, null]}
                    cooldown: {PrintProgress: 90s}
                    quietHours: {from: "22:00", to: "7:00", except: [Error], zone: Europe/Berlin}
                    signingSecret: env:SIGN
                    hubSecret: sesame
                    oauth: {url: "https://login.example/sesame", contentType: FORM, data: {client: sesame},
                            clientId: sesame, clientSecret: sesame}
                """)).isEqualTo("""
                printer:
                  profile: null
                  port: null
                  baud: null
                  reconnect: 5m
                  deadMan: null
                  meatPack: "off"
                  squeeze: false
                  warnMinutes:
                    - 5
                    - 1
                cameras:
                  - name: camera-1
                    type: http
                    url: http://cam:8080/…
                    rotate: 0
                    flipHorizontal: false
                    flipVertical: false
                    picture:
                      maxWidth: 1640
                      maxHeight: 1232
                      quality: 75
                      caption: []
                  - name: camera-2
                    type: test
                    rotate: 0
                    flipHorizontal: false
                    flipVertical: false
                    picture:
                      crop:
                        left: 10%
                        top: 0
                        width: 300
                      maxWidth: 1640
                      maxHeight: 1232
                      quality: 75
                      caption:
                        - file
                        - layer
                webhooks:
                  - id: webhook-1
                    enabled: true
                    url: https://hooks.example/…
                    method: POST
                    contentType: JSON
                    deviceIdentifier: ""
                    apiSecret: '***'
                    events:
                      - PrintStarted
                      - PrintDone
                      - PrintFailed
                      - PrintPaused
                      - UserActionNeeded
                      - Error
                    customEvents: []
                    messages:
                      PrintDone: "yes"
                    progressInterval: 50
                    progressGap: 0s
                    layerInterval: 1
                    cooledDown:
                      bed: 40.0
                      nozzle: 50.0
                    headers:
                      Authorization: '***'
                    data:
                      text: '@message'
                      key: '***'
                      deep:
                        - '***'
                        - 1
                        - null
                    snapshot: true
                    snapshotLimit: 5s
                    camera: null
                    oauth:
                      url: https://login.example/…
                      method: POST
                      contentType: FORM
                      headers:
                        Content-Type: '***'
                      data:
                        client: '***'
                      clientId: '***'
                      clientSecret: '***'
                    cooldown:
                      PrintProgress: 1m30s
                    quietHours:
                      from: 22:00
                      to: 07:00
                      except:
                        - Error
                      zone: Europe/Berlin
                    verifyTls: true
                    caFile: null
                    signingSecret:
                      - '***'
                    hubSecret: '***'
                    retryFor: 3d
                    compat: none
                delivery:
                  finish: 10s
                storage:
                  retention: 30d
                  maxBytes: 200MB
                timelapse:
                  mode: "off"
                  every: 1.0
                  camera: null
                  fps: 25
                  park: []
                  dwell: 500
                  maxBytes: 300MB
                  maxFrames: 2000
                  age: 30d
                  keepFrames: false
                  format: auto
                  render: true
                """);
    }

    @Test
    void without_secrets_what_is_shown_is_a_configuration_again() throws Exception {
        String text = show("printer: {profile: ender-3, baud: 250000}\ncameras: [{type: test, rotate: 180}]\n");

        assertThat(show(text)).isEqualTo(text);
    }

    @Test
    void what_is_shown_of_a_webhook_without_secrets_loads_again() throws Exception {
        String text = show("""
                webhooks:
                  - {url: "https://h", data: {a: "yes", b: "12", c: [x, {d: 1.5}]}, layerInterval: first, cooldown: 1m,
                     quietHours: {from: "22:00", to: "07:00", zone: UTC}, customEvents: [{name: a}],
                     cooledDown: {bed: 40}}
                """);

        assertThat(show(text)).isEqualTo(text);
    }

    @Test
    void an_address_with_several_at_signs_shows_no_part_of_its_password() throws Exception {
        assertThat(show("webhooks: [{url: \"http://user:ses@me@host/x?a=@b c\"}]")).contains("url: http://host/…\n");
    }

    private static String show(String text) throws ConfigException {
        return ConfigText.show(ConfigLoader.parse(text, "c", Path.of("/"),
                Map.of("KEY", "sesame", "SIGN", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz")));
    }
}

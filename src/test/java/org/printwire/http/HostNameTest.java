package org.printwire.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.printwire.config.Secret;

class HostNameTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            https://hooks.example/services/T0/s3cr3t,  hooks.example
            http://127.0.0.1:8080?key=s3cr3t,          127.0.0.1:8080
            https://jo:s3cr3t@cam.example/,            cam.example
            http://[::1]:80/s3cr3t,                    [::1]:80
            s3cr3t,                                    the address
            https:///s3cr3t,                           the address
            """)
    void only_the_host_of_an_address_is_shown(String url, String shown) {
        assertThat(HostName.of(new Secret(url))).isEqualTo(shown);
    }
}

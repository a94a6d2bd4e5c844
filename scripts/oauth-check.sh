#!/bin/sh
# Do tokens work with a server that we did not write? Installs the npm package oauth2-mock-server into a temporary folder,
# starts it, puts a receiver beside it that checks each token's signature and end with the server's published keys, and
# runs OAuthServerTest against the two.
#
#     scripts/oauth-check.sh
#
# Needs node, npm and mvn; where node or npm is missing it says so and ends with 0.
set -eu

root=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
for tool in node npm; do
    command -v $tool > /dev/null || { echo "no $tool here: not checked"; exit 0; }
done
work=$(mktemp -d)
server=
trap 'kill $server 2>/dev/null || :; rm -rf "$work"' EXIT

cd "$work"
npm install --no-audit --no-fund --silent oauth2-mock-server
cat > server.mjs <<'JS'
import { createServer } from 'node:http';
import { OAuth2Server } from 'oauth2-mock-server';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const tokens = new OAuth2Server();
await tokens.issuer.keys.generate('RS256');
await tokens.start(0, '127.0.0.1');
let count = 0;
const formDecoded = text => decodeURIComponent(text.replaceAll('+', ' '));
tokens.service.on('beforeTokenSigning', token => {
    token.payload.jti = String(++count);
    token.payload.exp = token.payload.iat + 60;
});
tokens.service.on('beforeResponse', (answer, request) => {
    answer.body.expires_in = 60;
    const basic = /^Basic (.*)$/.exec(request.headers.authorization ?? '');
    const [id, secret] = basic
        ? Buffer.from(basic[1], 'base64').toString().split(':').map(formDecoded)
        : [request.body.client_id, request.body.client_secret];
    if (id !== 'my client:1' || secret !== 'p:w \u00e9+%') {
        answer.statusCode = 401;
        answer.body = { error: 'invalid_client', error_description: `${id} with ${secret} is not known` };
    }
    console.error(`token: ${basic ? 'Basic' : 'FORM'} as "${id}", grant ${request.body.grant_type}, ${answer.statusCode}`);
});
const keys = createRemoteJWKSet(new URL('/jwks', tokens.issuer.url));
const revoked = new Set();
const receiver = createServer(async (request, response) => {
    let status = 200;
    try {
        const token = (request.headers.authorization ?? '').replace('Bearer ', '');
        const { payload } = await jwtVerify(token, keys, { issuer: tokens.issuer.url });
        if (request.url === '/revoke') revoked.add(payload.jti);
        else if (revoked.has(payload.jti)) status = 401;
        console.error(`receiver: ${request.url} with token ${payload.jti}, ${status}`);
    } catch (problem) {
        status = 401;
        console.error(`receiver: ${request.url}, ${problem.code}, ${status}`);
    }
    response.writeHead(status).end();
});
receiver.listen(0, '127.0.0.1', () =>
    console.log(`${tokens.issuer.url} http://127.0.0.1:${receiver.address().port}`));
JS
node server.mjs > ready 2> said &
server=$!
until [ -s ready ]; do
    kill -0 $server 2>/dev/null || { cat said >&2; exit 1; }
    sleep 0.1
done
read -r tokens receiver < ready
echo "oauth2-mock-server $(node -p 'require("./node_modules/oauth2-mock-server/package.json").version') at $tokens"

cd "$root"
status=0
mvn -q -B test -Dtest=OAuthServerTest -DfailIfNoSpecifiedTests=false \
    -Dprintwire.oauth.server="$tokens" -Dprintwire.oauth.receiver="$receiver" || status=$?
cat "$work/said"
[ $status -eq 0 ] && echo "tokens: all good"
exit $status

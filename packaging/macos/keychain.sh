#!/bin/sh
# In continuous integration: put the certificate into a keychain of its own and keep the notary's credentials.
# CERTIFICATE (a .p12, as base64), CERTIFICATE_PASSWORD; APPLE_ID, APPLE_TEAM, APPLE_PASSWORD (for this app only).
set -eu
folder=${RUNNER_TEMP:?}
keychain="$folder/signing.keychain-db"
password=$(openssl rand -hex 24)
printf '%s' "$CERTIFICATE" | base64 --decode > "$folder/certificate.p12"
security create-keychain -p "$password" "$keychain"
security set-keychain-settings -lut 7200 "$keychain"
security unlock-keychain -p "$password" "$keychain"
security import "$folder/certificate.p12" -P "$CERTIFICATE_PASSWORD" -A -t cert -f pkcs12 -k "$keychain"
rm -f "$folder/certificate.p12"
security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" > /dev/null
security list-keychains -d user -s "$keychain" login.keychain-db
identity=$(security find-identity -v -p codesigning "$keychain" | sed -n 's/.*"\(Developer ID Application[^"]*\)".*/\1/p' | head -n 1)
echo "SHADOW_CODESIGN_IDENTITY=$identity" >> "$GITHUB_ENV"
if [ -n "${APPLE_ID:-}" ]; then
    xcrun notarytool store-credentials shadow --keychain "$keychain" --apple-id "$APPLE_ID" --team-id "$APPLE_TEAM" --password "$APPLE_PASSWORD"
    echo "SHADOW_NOTARY_PROFILE=shadow" >> "$GITHUB_ENV"
    echo "SHADOW_NOTARY_KEYCHAIN=$keychain" >> "$GITHUB_ENV"
fi

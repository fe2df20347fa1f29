#!/bin/sh
# Sign, notarise and pack Shadow.app, which `python3 dev.py package freeze` has made.
#   packaging/macos/make_dmg.sh VERSION
# SHADOW_CODESIGN_IDENTITY   a “Developer ID Application: …” in the keychain; without it the app is signed for this Mac only
# SHADOW_NOTARY_PROFILE      a profile kept by `xcrun notarytool store-credentials`; without it nothing is notarised
# SHADOW_NOTARY_KEYCHAIN     the keychain that holds the profile, if it is not the usual one
set -eu
version=${1:?say which version}
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
app="$root/build/frozen-bundle/Shadow.app"
arch=$(uname -m)
image="$root/dist/Shadow-$version-macos-$arch.dmg"
identity=${SHADOW_CODESIGN_IDENTITY:--}
test -d "$app" || { echo "There is no $app yet: python3 dev.py package freeze makes it." >&2; exit 1; }
mkdir -p "$root/dist"

# Inside out: a signature holds what lies below it. A signature for this Mac alone bears no time.
if [ "$identity" = "-" ]; then stamp=--timestamp=none; else stamp=--timestamp; fi
find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' \) -print0 |
    xargs -0 -n 20 codesign --force "$stamp" --options runtime --sign "$identity"
find "$app/Contents" -type d -name '*.framework' -print0 |
    xargs -0 -n 1 codesign --force "$stamp" --options runtime --sign "$identity"
codesign --force "$stamp" --options runtime --entitlements "$here/entitlements.plist" --sign "$identity" "$app"
codesign --verify --deep --strict --verbose=2 "$app"

notarise() {
    xcrun notarytool submit "$1" --keychain-profile "$SHADOW_NOTARY_PROFILE" --wait \
        ${SHADOW_NOTARY_KEYCHAIN:+--keychain "$SHADOW_NOTARY_KEYCHAIN"}
}
if [ -n "${SHADOW_NOTARY_PROFILE:-}" ]; then
    ditto -c -k --keepParent "$app" "$root/build/Shadow.zip"
    notarise "$root/build/Shadow.zip"
    xcrun stapler staple "$app"
fi

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
rm -f "$image"
hdiutil create -volname "Shadow $version" -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"
if [ "$identity" != "-" ]; then codesign --force --timestamp --sign "$identity" "$image"; fi
if [ -n "${SHADOW_NOTARY_PROFILE:-}" ]; then
    notarise "$image"
    xcrun stapler staple "$image"
    spctl --assess --type open --context context:primary-signature --verbose "$image"
fi
echo "$image"

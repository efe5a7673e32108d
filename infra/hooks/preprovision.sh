#!/usr/bin/env sh
# Makes the key that links to placement sites are signed with, once. It lives on in the key vault; changing it later
# makes the links that were sent stop working.
set -eu
if [ -z "${SITELINKS_KEY:-}" ]; then
  azd env set SITELINKS_KEY "$(openssl rand -base64 48 | tr -d '\n')"
fi

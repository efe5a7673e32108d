#!/usr/bin/env sh
# A build without the switch runs on one machine, not in Azure.
set -eu
if [ "${AzurePackages:-}" != "true" ]; then
  echo "Skriv AzurePackages=true foran kommandoen: AzurePackages=true azd up. Uden den bygges den udgave, der kører på én maskine." >&2
  exit 1
fi

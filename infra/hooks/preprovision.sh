#!/usr/bin/env sh
# What is chosen once and must be the same ever after.
set -eu

# The key that links to placement sites are signed with: another makes the links that were sent stop working. A pipeline
# forgets what it made, so there it must be given.
if [ -z "${SITELINKS_KEY:-}" ]; then
  if [ -n "${CI:-}" ]; then
    echo "SITELINKS_KEY mangler: læg nøglen til links som hemmelighed i miljøet production. En ny ved hver udgivelse ville ende alle links, der er sendt." >&2
    exit 1
  fi
  azd env set SITELINKS_KEY "$(openssl rand -base64 48 | tr -d '\n')"
fi

# The month the budget counts from: that of the budget there is, for Azure refuses to change it, or else this one.
if [ -z "${BUDGET_START:-}" ]; then
  budget="/subscriptions/${AZURE_SUBSCRIPTION_ID:-}/resourceGroups/rg-${AZURE_ENV_NAME:-}/providers/Microsoft.Consumption/budgets/rettidig"
  start="$(az rest --method get --url "$budget?api-version=2023-11-01" --query properties.timePeriod.startDate -o tsv 2>/dev/null || true)"
  azd env set BUDGET_START "$(printf '%.10s' "${start:-$(date -u +%Y-%m-01)}")"
fi

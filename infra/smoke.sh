#!/usr/bin/env bash
# Røgtest: går en hændelse hele vejen igennem en installation? Efterlader intet. Se docs/drift.md.
#
#   infra/smoke.sh                     efter `azd up`: adresser og nøgler hentes med azd og az
#   RETTIDIG_URL=… RETTIDIG_KEY=… RETTIDIG_SERVICEBUS_URL=… RETTIDIG_SERVICEBUS_TOKEN=… infra/smoke.sh
#
# Den, der kører den, skal have rollen "Azure Service Bus Data Sender" på emnet placement-events.
set -euo pipefail

fail() { echo "FEJL: $1" >&2; exit 1; }
ok() { echo "  ok  $1"; }
setting() { azd env get-value "$1" 2>/dev/null || true; }

url="${RETTIDIG_URL:-$(setting RETTIDIG_URL)}"
bus="${RETTIDIG_SERVICEBUS_URL:-$(setting RETTIDIG_SERVICEBUS_URL)}"
[ -n "$url" ] && [ -n "$bus" ] || fail "adresserne mangler: kør efter azd up, eller skriv RETTIDIG_URL og RETTIDIG_SERVICEBUS_URL."
url="${url%/}"
bus="${bus%/}"
key="${RETTIDIG_KEY:-$(az functionapp keys list -g "$(setting AZURE_RESOURCE_GROUP)" -n "$(setting AZURE_FUNCTION_NAME)" --query masterKey -o tsv)}"
token="${RETTIDIG_SERVICEBUS_TOKEN:-Bearer $(az account get-access-token --resource https://servicebus.azure.net --query accessToken -o tsv)}"

sag="ROEGTEST-$(date +%s)"
today="$(date +%F)"
body="$(mktemp)"
trap 'rm -f "$body"' EXIT

# Prints the status; the answer is in $body.
ask() { curl -sS -o "$body" -w '%{http_code}' --max-time 30 "$@"; }

echo "Røgtest af $url"
status="$(ask "$url/health/live")"
[ "$status" = 200 ] || fail "/health/live svarer $status: appen kører ikke. Se Log stream i portalen."
ok "appen kører"

status="$(ask "$url/health/ready")"
[ "$status" = 200 ] || fail "/health/ready svarer $status: $(cat "$body")"
ok "tabeller, Service Bus og Durable svarer"

status="$(ask "$url/api/placements/999/$sag")"
[ "$status" = 401 ] || fail "siderne svarer $status uden nøgle, men skulle afvise med 401."
ok "uden nøgle er der lukket"

status="$(ask "$url/" -H "x-functions-key: $key")"
[ "$status" = 401 ] && fail "nøglen afvises: brug appens hovednøgle (master key)."
[ "$status" = 200 ] && grep -q '<h1' "$body" || fail "forsiden svarer $status med nøgle. Læs loggen."
ok "forsiden vises"

event="{\"specversion\":\"1.0\",\"id\":\"$sag\",\"source\":\"urn:rettidig:roegtest\",\"type\":\"dk.rettidig.placement.decided.v1\",\"subject\":\"999/$sag\",\"time\":\"$(date +%FT%T%:z)\",\"data\":{\"decidedOn\":\"$today\",\"consent\":\"with\",\"emergency\":false,\"birthDate\":\"2018-01-01\",\"custodyHolders\":[\"M\"],\"caseworker\":\"roegtest\"}}"
status="$(ask "$bus/placement-events/messages" -H "Authorization: $token" -H "BrokerProperties: {\"MessageId\":\"$sag\"}" -H 'Content-Type: application/cloudevents+json' -d "$event")"
[ "$status" = 201 ] || fail "Service Bus svarer $status: har du rollen Azure Service Bus Data Sender på emnet?"
ok "Service Bus tog imod en hændelse"

for _ in $(seq 60); do
  status="$(ask "$url/api/placements/999/$sag" -H "x-functions-key: $key")"
  [ "$status" = 200 ] && grep -q '"due"' "$body" && break
  [ "$status" = 401 ] && fail "nøglen afvises: brug appens hovednøgle (master key)."
  sleep 2
done
grep -q '"due"' "$body" || fail "hændelsen blev ikke til frister inden for to minutter (svar $status). Se, om den ligger i dead-letter, og læs loggen."
ok "hændelsen er gemt, og fristerne er regnet ud"

status="$(ask -X POST "$url/mail/events" -d '[]')"
case "$status" in
  403) ok "tilbagemeldinger om mails tages kun imod med SendGrids underskrift" ;;
  404) ok "tilbagemeldinger om mails er ikke slået til (SendGrid:WebhookKey)" ;;
  *) fail "/mail/events svarer $status uden underskrift." ;;
esac

for _ in $(seq 60); do
  status="$(ask -X DELETE "$url/api/placements/999/$sag" -H "x-functions-key: $key")"
  [ "$status" = 200 ] && grep -Eq '"rows": ?0,' "$body" && break
  sleep 1
done
status="$(ask "$url/api/placements/999/$sag" -H "x-functions-key: $key")"
[ "$status" = 404 ] || fail "prøvesagen 999/$sag er ikke slettet (svar $status): kør rettidig erase 999/$sag --yes."
ok "prøvesagen er slettet igen"
echo "Røgtesten er bestået."

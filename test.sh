#!/usr/bin/env bash
# Builds everything once and runs the tests; with --long also those that take long.
# The last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 NUGET_XMLDOC_MODE=skip

results="$PWD/TestResults"
filter=(--filter "Run!=Long")
if [ "${1:-}" = "--long" ]; then
  filter=()
fi
passed=0
failed=0

end() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
  exit
}

fail() {
  echo "FAILED: $1" >&2
  failed=$((failed + 1))
}

install_chromium() {
  command -v chromium >/dev/null && return
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  echo "Installing Chromium for the tests of the pages ..."
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null &&
    command -v chromium >/dev/null ||
    fail "Chromium is missing and could not be installed: install the package chromium and run again."
}

# The official clients and real servers that the tests hold this against: tests/node/package.json, pinned.
install_node_packages() {
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  if ! command -v npm >/dev/null; then
    echo "Installing Node.js for the tests against real clients and servers ..."
    "${as_root[@]}" apt-get update -qq &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
  fi
  cmp -s tests/node/package-lock.json tests/node/node_modules/.installed && return
  echo "Installing the packages of tests/node ..."
  local tries
  for tries in 1 2 3; do
    if npm ci --prefix tests/node --ignore-scripts --no-audit --no-fund --silent </dev/null; then
      cp tests/node/package-lock.json tests/node/node_modules/.installed
      return
    fi
  done
  fail "the packages of tests/node could not be installed: run npm ci --prefix tests/node and see why."
}

# The counters of a test run, from its results file.
counter() {
  grep -o '<Counters [^>]*>' "$1" | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9'
}

run_tests() {
  local file="$results/$1.trx" status total good
  echo "== tests/$1"
  dotnet test "tests/$1" -c Release --no-build --nologo -v q --results-directory "$results" "${filter[@]}" \
    --logger "trx;LogFileName=$1.trx" --logger "console;verbosity=minimal" </dev/null
  status=$?
  if [ ! -s "$file" ] || [ "$(counter "$file" executed)" -eq 0 ]; then
    fail "tests/$1 ran no tests."
    return
  fi
  total="$(counter "$file" executed)"
  good="$(counter "$file" passed)"
  passed=$((passed + good))
  failed=$((failed + total - good))
  if [ "$(counter "$file" total)" -ne "$total" ]; then
    fail "tests/$1 skipped $(($(counter "$file" total) - total)) tests."
  elif [ "$status" -ne 0 ] && [ "$total" -eq "$good" ]; then
    fail "tests/$1 ended with exit code $status though no test failed."
  fi
}

if ! command -v dotnet >/dev/null; then
  fail "the .NET SDK 10 is missing: get it from https://dotnet.microsoft.com/download."
  end
fi

rm -rf "$results"
install_chromium
install_node_packages
if [ -d ../shared/azure-api ]; then
  RETTIDIG_AZURE_API="$(cd ../shared/azure-api && pwd)"
  export RETTIDIG_AZURE_API
else
  echo "No lists of the Azure packages' public members in ../shared/azure-api: the surfaces are not compared with them, and the product is not compiled against them."
fi

if [ -d ../shared/domain ]; then
  RETTIDIG_DOMAIN="$(cd ../shared/domain && pwd)"
  export RETTIDIG_DOMAIN
else
  echo "No source documents in ../shared/domain: the rows of the rule book are compared with those written in the tests."
fi

echo "== build"
locked=()
if [ -n "$(git ls-files '*packages.lock.json' 2>/dev/null)" ]; then
  locked=(-p:RestoreLockedMode=true)
fi
if ! dotnet build Rettidig.slnx -c Release -v q --nologo "${locked[@]}" </dev/null; then
  fail "the build."
  end
fi

for project in unit contract simulation browser; do
  run_tests "$project"
done
end

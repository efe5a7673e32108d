#!/usr/bin/env bash
# Starter Rettidig på denne maskine, eller kører en af kommandoerne: ./run.sh --help
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
out="$root/cli/bin/Release/net10.0"
built="$root/cli/bin/Release/.built"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

find_dotnet() {
  command -v dotnet && return
  local place
  for place in "${DOTNET_ROOT:-}" "$HOME/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
    if [ -n "$place" ] && [ -x "$place/dotnet" ]; then
      echo "$place/dotnet"
      return
    fi
  done
  echo "Rettidig skal bruge .NET SDK 10: hent det på https://dotnet.microsoft.com/download og kør ./run.sh igen." >&2
  exit 1
}

# Sources or folders (a file was removed) newer than the last build.
is_built() {
  [ -e "$built" ] && [ -e "$out/rettidig.dll" ] &&
    [ -z "$(cd "$root" && find domain orchestrations functions cli selfhost Directory.* global.json host.json \
      \( -name bin -o -name obj \) -prune -o -newer "$built" -print -quit)" ]
}

build() {
  is_built && return
  if [ -e "$built" ]; then
    echo "Bygger ændringerne …" >&2
  else
    echo "Bygger første gang; det tager et minut eller to …" >&2
  fi
  local log stamp
  log="$(mktemp)"
  # So that the build itself makes no source folder newer than its stamp.
  (cd "$root" && find domain orchestrations functions cli selfhost -name '*.csproj' -execdir mkdir -p bin obj \;)
  stamp="$(mktemp)"
  # The build leaves helpers running: they must hold neither the terminal nor the lock.
  if ! (cd "$root" && "$dotnet" build cli/Rettidig.Cli.csproj -c Release -v q --nologo) >"$log" 2>&1 </dev/null 9>&-; then
    cat "$log" >&2
    rm -f "$log" "$stamp"
    echo "Rettidig kunne ikke bygges; fejlene står ovenfor." >&2
    exit 1
  fi
  mv "$stamp" "$built" # as of when the build began: what was changed meanwhile is built next time
  rm -f "$log"
}

dotnet="$(find_dotnet)"
mkdir -p "$root/cli/bin/Release"
(
  if command -v flock >/dev/null; then flock 9; fi
  build
) 9>"$root/cli/bin/Release/.lock"

if [ $# -eq 0 ]; then
  set -- start
fi
exec "$dotnet" "$out/rettidig.dll" "$@"

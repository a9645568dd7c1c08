#!/usr/bin/env bash
# scripts/servers.sh <command…>: runs the command beside a real Redis, a real PostgreSQL and a Chromium.
#
# The servers are started from what is installed, on free ports of 127.0.0.1, with their files in a
# temporary folder; they end with the command, whatever happens. What is missing is installed with apt
# when this runs as root, and named otherwise. The command finds them in
#   NUANQUN_TEST_REDIS  NUANQUN_TEST_POSTGRES  NUANQUN_TEST_CHROMIUM
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: scripts/servers.sh <command…>" >&2
  exit 2
fi

say() { echo "servers: $*" >&2; }

# ---- what is installed ------------------------------------------------------

find_redis() { command -v redis-server || command -v valkey-server || true; }

find_postgres() {
  local folder
  for folder in $(printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin | sort -rV); do
    if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ]; then
      echo "$folder"
      return
    fi
  done
  if command -v initdb >/dev/null && command -v postgres >/dev/null; then dirname "$(command -v initdb)"; fi
}

find_chromium() {
  local name
  for name in "${NUANQUN_TEST_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && command -v "$name" >/dev/null; then
      command -v "$name"
      return
    fi
  done
}

missing_packages() {
  [ -n "$(find_redis)" ] || echo redis-server
  [ -n "$(find_postgres)" ] || echo postgresql
  [ -n "$(find_chromium)" ] || echo chromium
}

# Another apt may hold the lock for a while, on a machine that has just started.
apt_patiently() {
  local try
  for try in $(seq 1 12); do
    if DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120 "$@" </dev/null >&2; then return 0; fi
    say "apt-get $1 failed (try $try of 12)"
    if [ "$try" -ge 3 ] && ! apt_is_locked; then return 1; fi
    sleep 5
  done
  return 1
}

apt_is_locked() { pgrep -x 'apt-get|apt|dpkg|unattended-upgr' >/dev/null 2>&1; }

install_missing() {
  local packages
  mapfile -t packages < <(missing_packages)
  [ ${#packages[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    say "installing ${packages[*]}"
    apt_patiently update || say "the package lists could not be renewed; trying with those at hand"
    apt_patiently install -y --no-install-recommends "${packages[@]}" || true
  fi
  mapfile -t packages < <(missing_packages)
  if [ ${#packages[@]} -gt 0 ]; then
    say "missing: ${packages[*]}. Install by hand, e.g. \`sudo apt-get install ${packages[*]}\`, and run this again."
    exit 1
  fi
}

# ---- start and stop ---------------------------------------------------------

place=''
redis_pid=''
postgres_pid=''
command_pid=''

end_one() { # pid, first signal
  [ -n "$1" ] || return 0
  kill "-$2" "$1" 2>/dev/null || return 0
  local tick
  for tick in $(seq 1 100); do
    kill -0 "$1" 2>/dev/null || return 0
    if [ "$tick" -eq 60 ]; then kill -KILL "$1" 2>/dev/null || true; fi
    sleep 0.1
  done
}

stop_all() {
  local status=$?
  trap - EXIT INT TERM HUP
  end_one "$command_pid" TERM
  end_one "$redis_pid" TERM
  end_one "$postgres_pid" INT
  wait 2>/dev/null || true
  if [ -n "$place" ]; then rm -rf "$place"; fi
  exit "$status"
}

free_port() {
  node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})'
}

# The kernel ends the servers even when this script is killed outright, where setpriv can ask it to.
keeper=()
if command -v setpriv >/dev/null && setpriv --pdeathsig TERM true 2>/dev/null; then keeper=(setpriv --pdeathsig KILL); fi

# PostgreSQL refuses to run as root.
as_postgres=()
if [ "$(id -u)" -eq 0 ]; then as_postgres=(setpriv --reuid=postgres --regid=postgres --init-groups); fi

start_redis() {
  local port try
  for try in 1 2 3; do
    port=$(free_port)
    mkdir -p "$place/redis"
    "${keeper[@]}" "$(find_redis)" --bind 127.0.0.1 --port "$port" --dir "$place/redis" \
      --appendonly yes --appendfsync everysec --maxmemory-policy noeviction --save '' \
      </dev/null >"$place/redis.log" 2>&1 &
    redis_pid=$!
    if wait_for "$redis_pid" redis_answers "$port"; then
      export NUANQUN_TEST_REDIS="redis://127.0.0.1:$port"
      return
    fi
    say "Redis did not start (try $try of 3)"
    end_one "$redis_pid" KILL
  done
  cat "$place/redis.log" >&2
  exit 1
}

redis_answers() { grep -q 'Ready to accept connections' "$place/redis.log"; }

start_postgres() {
  local bin port try home="$place/postgres"
  bin=$(find_postgres)
  mkdir -p "$home"
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$home"; fi
  if ! (cd "$home" && "${as_postgres[@]}" "$bin/initdb" -D "$home/cluster" -U nuanqun --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync </dev/null >"$place/postgres.log" 2>&1); then
    cat "$place/postgres.log" >&2
    exit 1
  fi
  for try in 1 2 3; do
    port=$(free_port)
    (
      cd "$home"
      exec "${as_postgres[@]}" "${keeper[@]}" "$bin/postgres" -D "$home/cluster" -p "$port" \
        -c listen_addresses=127.0.0.1 -c unix_socket_directories="$home" \
        -c max_connections=200 -c fsync=off -c full_page_writes=off </dev/null >>"$place/postgres.log" 2>&1
    ) &
    postgres_pid=$!
    if wait_for "$postgres_pid" "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
      "$bin/createdb" -h 127.0.0.1 -p "$port" -U nuanqun nuanqun_test
      export NUANQUN_TEST_POSTGRES="postgres://nuanqun@127.0.0.1:$port/nuanqun_test"
      return
    fi
    say "PostgreSQL did not start (try $try of 3)"
    end_one "$postgres_pid" KILL
  done
  cat "$place/postgres.log" >&2
  exit 1
}

wait_for() { # pid, command that succeeds once it answers
  local pid=$1 tick
  shift
  for tick in $(seq 1 150); do
    kill -0 "$pid" 2>/dev/null || return 1
    if "$@" 2>/dev/null; then return 0; fi
    if [ "$tick" -eq 50 ]; then say "still waiting for $1"; fi
    sleep 0.2
  done
  return 1
}

# ---- the run ----------------------------------------------------------------

install_missing
trap stop_all EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

place=$(mktemp -d "${TMPDIR:-/tmp}/nuanqun-servers.XXXXXX")
# The user postgres must be able to pass through to its own folder.
chmod 711 "$place"
start_redis
start_postgres
NUANQUN_TEST_CHROMIUM=$(find_chromium)
export NUANQUN_TEST_CHROMIUM
say "Redis $NUANQUN_TEST_REDIS, PostgreSQL $NUANQUN_TEST_POSTGRES, Chromium $NUANQUN_TEST_CHROMIUM"

# In the background, so that a signal to this script is answered at once and not after the command.
"${keeper[@]}" "$@" </dev/null &
command_pid=$!
status=0
wait "$command_pid" || status=$?
command_pid=''
exit "$status"

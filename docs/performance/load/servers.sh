# What the scripts beside this folder share: the servers that they load, and how they judge what they measured. They set out, a folder,
# and java, and stand in the root of the repository.
declare -A port=([limit]=7101 [usual]=7102 [keystead]=7103) pid
base=/v1/organizations/credentials

end() { for process in "${pid[@]}"; do kill "$process" 2>/dev/null || true; done; wait; }
trap end EXIT

b64() { base64 -w0 | tr '+/' '-_' | tr -d '='; }

# Keys, and a token for the organisations that are used.
prepare() {
  local modulus now roles head claims
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$out/key.pem" 2>/dev/null
  openssl pkey -in "$out/key.pem" -pubout -out "$out/public.pem"
  modulus=$(openssl rsa -pubin -in "$out/public.pem" -noout -modulus | sed 's/Modulus=//' | xxd -r -p | b64)
  echo "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"bench\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\"$modulus\",\"e\":\"AQAB\"}]}" >"$out/jwks.json"
  now=$(date +%s)
  roles='["admin","agent"]'
  head=$(printf '{"alg":"RS256","kid":"bench","typ":"JWT"}' | b64)
  claims=$(printf '{"iss":"https://id.example.com","aud":"keystead","sub":"bench","iat":%d,"exp":%d,"orgs":{"acme":%s,"created":%s,"changed":%s}}' \
    "$now" $((now + 86400)) "$roles" "$roles" "$roles" | b64)
  TOKEN=$head.$claims.$(printf '%s.%s' "$head" "$claims" | openssl dgst -sha256 -sign "$out/key.pem" -binary | b64)
  export TOKEN
  "$java" -jar app/target/keystead.jar keys generate --out "$out/keyset.json" >/dev/null
}

start() { # name, options of Java…
  local name=$1 p=${port[$1]}
  shift
  case $name in
    limit)
      set -- "$@" -cp "docs/performance/limit/target/classes:docs/performance/limit/target/lib/*" dev.keystead.performance.limit.Limit "$p" "$out/list.json" "$out/done.json"
      ;;
    usual)
      set -- "$@" -jar docs/performance/usual/target/keystead-performance-usual-*T.jar "--server.port=$p" \
        "--spring.datasource.url=jdbc:h2:file:$out/usual" \
        "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:$out/public.pem"
      ;;
    keystead)
      set -- "$@" -jar app/target/keystead.jar serve --http-port "$p" --management-port off \
        --storage-url "jdbc:h2:file:$out/keystead" --secrets-keyset "$out/keyset.json" \
        --auth-issuer https://id.example.com --auth-audience keystead --auth-jwks "$out/jwks.json" \
        --platform-aws-account 210987654321
      ;;
  esac
  "$java" -Xmx512m "$@" >>"$out/$name.log" 2>&1 &
  pid[$name]=$!
}

# Of a server, an organisation; the first so many, or all.
list_of() { curl -fsS -H "Authorization: Bearer $TOKEN" "http://127.0.0.1:${port[$1]}$base/list?org_id=$2${3:+&limit=$3}"; }

until_it_answers() { # name
  until list_of "$1" acme 20 >/dev/null 2>&1; do
    kill -0 "${pid[$1]}" 2>/dev/null || { echo "$1 did not start:" >&2; tail -n 5 "$out/$1.log" >&2; exit 1; }
    sleep 0.02 # or asking takes a processor from the server that starts
  done
}

stop() { kill "${pid[$1]}"; wait "${pid[$1]}" || true; unset "pid[$1]"; }

ids_of() { list_of "$@" | grep -o '"id":"[^"]*"' | cut -d'"' -f4; }

fill() { # server: 20 in acme, 1000 in changed
  local org count
  for org in acme:20 changed:1000; do
    for count in $(seq "${org#*:}"); do
      echo "next"
      echo "url = http://127.0.0.1:${port[$1]}$base/create"
      echo "header = \"Authorization: Bearer $TOKEN\""
      echo 'header = "Content-Type: application/json"'
      echo 'output = /dev/null'
      echo "data = \"{\\\"org_id\\\":\\\"${org%:*}\\\",\\\"type\\\":\\\"aws\\\",\\\"name\\\":\\\"Account $count\\\",\\\"specific\\\":{\\\"role\\\":\\\"arn:aws:iam::123456789012:role/Keystead\\\"},\\\"comments\\\":\\\"of the shop\\\"}\""
    done
  done | tail -n +2 | curl -fsS -K -
  ids_of "$1" changed 1000 >"$out/$1-ids"
}

ratio() { awk -v a="$1" -v b="$2" 'BEGIN { print a / b }'; }

# Prints whether a value keeps to a bar, and sets missed if it does not.
row() { # what, value, sign, bar
  awk -v what="$1" -v value="$2" -v sign="$3" -v bar="$4" 'BEGIN {
    met = value ~ /^[0-9.]+$/ && (sign == ">=" ? value >= bar : value <= bar)
    printf "%-48s %8.2f   %s %-5s %s\n", what, value, sign, bar, met ? "met" : "MISSED"
    exit !met }' || missed=1
}

// Values that nobody can guess. Unlike crypto.randomUUID these are also there where a page came without TLS.

export function random() {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

export function base64url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

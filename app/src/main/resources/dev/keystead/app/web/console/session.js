// Who is signed in. The token lives in the tab's own storage and ends with the tab.

const TOKEN = 'keystead.token';

let ended = () => {};

/** What a session knows: the token and what it says of itself, unverified; the server decides. */
export function current() {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { token, claims: claimsOf(token) } : null;
}

/** Begins a session. Throws what can be shown if it is no token that the server could take. */
export function begin(token) {
  const claims = claimsOf(token);
  if (!claims) {
    throw new Error('This is not a token: it has three parts with dots between them.');
  }
  if (claims.exp && claims.exp * 1000 < Date.now()) {
    throw new Error('This token has expired.');
  }
  sessionStorage.setItem(TOKEN, token);
}

/** Ends the session and tells so, with what is to be said of it. */
export function end(message) {
  sessionStorage.removeItem(TOKEN);
  ended(message);
}

/** Ends it because the server no longer takes the token; a late answer to an earlier one ends nothing. */
export function expire(token) {
  if (sessionStorage.getItem(TOKEN) === token) {
    end('Your session has ended. Please sign in again.');
  }
}

/** What is done when it ends. */
export function whenEnded(action) {
  ended = action;
}

/** The organisations that the token names; none where only the server could tell. */
export function organizations(claims, settings) {
  const many = claimAt(claims, settings.organizations_claim);
  if (many && typeof many === 'object' && !Array.isArray(many)) {
    return Object.keys(many).sort();
  }
  const one = claimAt(claims, settings.organization_claim);
  return typeof one === 'string' ? [one] : [];
}

/** A claim by its name, or by a JSON pointer. */
function claimAt(claims, name) {
  if (!name.startsWith('/')) {
    return claims[name];
  }
  return name
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((value, part) => (value == null ? undefined : value[part]), claims);
}

/** What a token says, unverified; nothing if it is none. */
export function claimsOf(token) {
  try {
    const [, payload, signature] = token.split('.');
    const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
    const claims = JSON.parse(new TextDecoder().decode(bytes));
    return signature && claims && typeof claims === 'object' ? claims : null;
  } catch {
    return null;
  }
}

// Signs in by OpenID Connect: the code flow with PKCE (RFC 7636), for a public client.

import { base64url, random } from './random.js';
import * as session from './session.js';

const PENDING = 'keystead.sign-in';

/** Leaves for the provider's page. */
export async function leave(settings) {
  if (!window.isSecureContext) {
    throw new Error('Signing in there needs this page to come by https.');
  }
  const provider = await discover(settings.issuer);
  const pending = { state: random(), nonce: random(), verifier: random(), returnTo: location.hash };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  location.assign(`${provider.authorization_endpoint}?${new URLSearchParams({
    response_type: 'code',
    client_id: settings.client_id,
    redirect_uri: redirectUri(),
    scope: settings.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await challenge(pending.verifier),
    code_challenge_method: 'S256',
  })}`);
}

/** True if the provider has just sent the browser back. */
export function isReturning() {
  const answer = new URLSearchParams(location.search);
  return answer.has('state') && (answer.has('code') || answer.has('error'));
}

/** The access token for the code that the provider sent; what can be shown is thrown. */
export async function finish(settings) {
  const answer = new URLSearchParams(location.search);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', location.pathname + (pending?.returnTo ?? ''));
  if (!pending || answer.get('state') !== pending.state) {
    throw new Error('This sign-in was not begun here. Please begin anew.');
  }
  if (answer.has('error')) {
    throw new Error(`The provider refused: ${answer.get('error_description') ?? answer.get('error')}`);
  }
  const tokens = await exchange(await discover(settings.issuer), settings, answer.get('code'), pending.verifier);
  requireMeantForUs(tokens.id_token, settings, pending.nonce);
  return tokens.access_token;
}

async function exchange(provider, settings, code, verifier) {
  const response = await ask(provider.token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: settings.client_id,
      redirect_uri: redirectUri(),
      code,
      code_verifier: verifier,
    }),
  });
  const tokens = await response.json().catch(() => ({}));
  if (!response.ok || !tokens.access_token) {
    throw new Error(`The provider gave no token: ${tokens.error_description ?? tokens.error ?? response.status}`);
  }
  return tokens;
}

async function discover(issuer) {
  const response = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const provider = await response.json().catch(() => ({}));
  if (provider.issuer !== issuer) {
    throw new Error('The identity provider is not the one that is configured.');
  }
  return provider;
}

async function ask(address, options = {}) {
  try {
    return await fetch(address, { ...options, credentials: 'omit' });
  } catch {
    throw new Error('The identity provider is out of reach, or does not let this page ask it.');
  }
}

/** The id token came over TLS from the provider itself, so that its signature need not be checked (OpenID Connect Core, 3.1.3.7). */
function requireMeantForUs(idToken, settings, nonce) {
  const claims = session.claimsOf(idToken);
  if (claims?.nonce !== nonce || claims.iss !== settings.issuer || ![claims.aud].flat().includes(settings.client_id)) {
    throw new Error('The answer of the provider belongs to another sign-in. Please begin anew.');
  }
}

function redirectUri() {
  return location.origin + location.pathname;
}

async function challenge(verifier) {
  return base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

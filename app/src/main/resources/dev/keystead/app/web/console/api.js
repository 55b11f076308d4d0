// Speaks with the server's API. Every failure is an ApiError whose message can be shown.

import * as session from './session.js';

const BASE = '../v1/organizations/credentials';

export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? 'The server did not answer as it should.');
    this.status = status;
    this.requestId = problem.request_id;
    this.errors = problem.errors ?? [];
  }
}

export function get(endpoint, parameters) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  return send(`${endpoint}?${query}`, {});
}

/** Posts; `headers` may make it conditional or repeatable. */
export function post(endpoint, body, headers = {}) {
  return send(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function send(target, options) {
  const { token } = session.current() ?? { token: '' };
  let response;
  try {
    response = await fetch(`${BASE}/${target}`, {
      ...options,
      credentials: 'omit',
      headers: { ...options.headers, Authorization: `Bearer ${token}` },
    });
  } catch {
    throw new ApiError(0, { detail: 'The server is out of reach. Nothing is known of what became of the request.' });
  }
  const body = await response.json().catch(() => ({}));
  if (response.status === 401) {
    session.expire(token);
  }
  if (!response.ok) {
    throw new ApiError(response.status, body);
  }
  return body;
}

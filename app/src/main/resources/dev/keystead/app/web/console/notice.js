// Tells what went wrong.

import { el } from './dom.js';

/** All that the server said of it, for pages; forms put the messages at their fields. */
export function notice(error, again) {
  return el('div', { class: 'notice', role: 'alert' },
    el('p', {}, error.message),
    (error.errors ?? []).map((one) => el('p', {}, line(one))),
    requestOf(error),
    again && el('p', {}, el('button', { type: 'button', onclick: again }, 'Try again')));
}

/** What is wrong with a member of the request. */
export function line({ pointer, parameter, header, detail }) {
  return `${pointer ?? parameter ?? header}: ${detail}`;
}

/** By which the server's log has more. */
export function requestOf(error) {
  return error.requestId ? el('p', { class: 'hint' }, `Request ${error.requestId}`) : null;
}

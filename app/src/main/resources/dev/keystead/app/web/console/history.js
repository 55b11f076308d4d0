// Who did what, newest first.

import { to } from './address.js';
import * as api from './api.js';
import { el } from './dom.js';
import { notice } from './notice.js';
import { absolute, relative } from './times.js';

const PAGE = 50;
const VERBS = { created: 'added', updated: 'changed', removed: 'removed', resolved: 'read the secret of' };

/** The history of an organisation, or of one credential. */
export async function historyOf(org, id) {
  const page = (cursor) => api.get('history', { org_id: org, credential_id: id, limit: PAGE, cursor });
  const first = await page('');
  const list = el('ol', { class: 'timeline' }, first.history.map((entry) => item(org, entry)));
  const content = first.history.length ? list : el('div', { class: 'empty' }, el('p', {}, 'Nothing has happened yet.'));
  return { title: 'History', content: [el('h1', {}, 'History'), content, older(org, list, page, first.next_cursor)] };
}

/** A button that adds what came before, while there is more. */
function older(org, list, page, next) {
  let cursor = next;
  const failure = el('div', {});
  const button = el('button', {
    type: 'button',
    hidden: !cursor,
    onclick: async () => {
      button.disabled = true;
      failure.replaceChildren();
      try {
        const reply = await page(cursor);
        list.append(...reply.history.map((entry) => item(org, entry)));
        cursor = reply.next_cursor;
        button.hidden = !cursor;
      } catch (error) {
        failure.replaceChildren(notice(error));
      } finally {
        button.disabled = false;
      }
    },
  }, 'Show older entries');
  return el('div', {}, failure, button);
}

function item(org, entry) {
  return el('li', { class: entry.event },
    el('p', {}, el('strong', {}, entry.actor), ` ${VERBS[entry.event] ?? entry.event} `,
      el('a', { href: to(org, 'credential', entry.credential_id, 'history') }, entry.credential_name)),
    entry.changed.length ? el('p', { class: 'hint' }, `Changed: ${entry.changed.join(', ')}`) : null,
    entry.reason ? el('blockquote', {}, entry.reason) : null,
    el('p', { class: 'hint' }, el('time', { datetime: entry.time, title: absolute(entry.time) }, relative(entry.time)), ` · ${absolute(entry.time)} · request ${entry.request_id}`));
}

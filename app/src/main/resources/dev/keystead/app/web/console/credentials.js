// The list of an organisation's credentials.

import { to } from './address.js';
import * as api from './api.js';
import { CLOUDS, cloudName } from './clouds.js';
import { el, freshId } from './dom.js';
import { notice } from './notice.js';
import { confirmRemoval } from './removal.js';
import { absolute, relative } from './times.js';

const PAGE = 25;
const PAUSE = 200; // milliseconds without typing until it is searched

/** The first page; searching and turning pages change the list in its place. */
export async function credentials(org) {
  const state = { prefix: '', type: '', cursors: [''], asked: 0 };
  const body = el('div', { 'aria-live': 'polite', tabindex: '-1' });
  const load = () => fill(body, org, state, load);
  await load();
  return {
    title: 'Credentials',
    content: [
      el('div', { class: 'heading' }, el('h1', {}, 'Credentials'), el('a', { class: 'button primary', href: to(org, 'new') }, 'Add a credential')),
      toolbar(state, load),
      body,
    ],
  };
}

function toolbar(state, load) {
  const search = freshId();
  const cloud = freshId();
  let waiting;
  const again = (change) => {
    Object.assign(state, change, { cursors: [''] });
    clearTimeout(waiting);
    waiting = setTimeout(load, PAUSE);
  };
  return el('form', { class: 'toolbar', role: 'search', onsubmit: (event) => event.preventDefault() },
    el('div', {}, el('label', { for: search }, 'Name begins with'),
      el('input', { id: search, type: 'search', autocomplete: 'off', oninput: (event) => again({ prefix: event.target.value }) })),
    el('div', {}, el('label', { for: cloud }, 'Cloud'),
      el('select', { id: cloud, onchange: (event) => again({ type: event.target.value }) },
        el('option', { value: '' }, 'All'),
        Object.entries(CLOUDS).map(([type, { name }]) => el('option', { value: type }, name)))));
}

/** Puts in what was found, unless something else has been asked for meanwhile. */
async function fill(body, org, state, load) {
  state.asked += 1;
  const asked = state.asked;
  body.setAttribute('aria-busy', 'true');
  let content;
  try {
    const { list, next, cursors } = await page(org, state, state.cursors);
    if (asked === state.asked) {
      state.cursors = cursors;
    }
    content = [list.length ? table(org, list, load) : nothing(org, state), pages(state, next, load)].filter(Boolean);
  } catch (error) {
    content = [notice(error, load)];
  }
  if (asked === state.asked) {
    const focused = body.contains(document.activeElement);
    body.replaceChildren(...content);
    body.removeAttribute('aria-busy');
    if (focused) {
      body.focus();
    }
  }
}

/** The page at the last cursor, or the last before it on which something is left. */
async function page(org, state, cursors) {
  const reply = await api.get('list', { org_id: org, type: state.type, name_prefix: state.prefix, limit: PAGE, cursor: cursors.at(-1) });
  if (reply.credentials.length === 0 && cursors.length > 1) {
    return page(org, state, cursors.slice(0, -1));
  }
  return { list: reply.credentials, next: reply.next_cursor, cursors };
}

function nothing(org, state) {
  const filtered = state.prefix || state.type;
  return el('div', { class: 'empty' },
    el('p', {}, filtered ? 'No credential fits.' : 'There is no credential yet.'),
    filtered ? null : el('p', {}, el('a', { class: 'button primary', href: to(org, 'new') }, 'Add the first one')));
}

function table(org, list, load) {
  const columns = ['Name', 'Cloud', 'Comments', 'Resources', 'Last used', ''];
  return el('table', {},
    el('caption', { class: 'hidden' }, 'Credentials'),
    el('thead', {}, el('tr', {}, columns.map((name) => el('th', { scope: 'col' }, name || el('span', { class: 'hidden' }, 'Actions'))))),
    el('tbody', {}, list.map((one) => row(org, one, load))));
}

function row(org, one, load) {
  return el('tr', {},
    el('th', { scope: 'row', 'data-label': 'Name' }, el('a', { href: to(org, 'credential', one.id) }, one.name)),
    el('td', { 'data-label': 'Cloud' }, el('span', { class: `tag ${one.type}` }, cloudName(one.type))),
    el('td', { 'data-label': 'Comments', class: 'comments' }, one.comments || '–'),
    el('td', { 'data-label': 'Resources', class: 'number' }, one.resources === 1000 ? '1000+' : String(one.resources)),
    el('td', { 'data-label': 'Last used' }, one.last_time ? el('time', { datetime: one.last_time, title: absolute(one.last_time) }, relative(one.last_time)) : 'never'),
    el('td', { class: 'row-actions' },
      el('a', { class: 'button quiet', href: to(org, 'credential', one.id, 'history'), 'aria-label': `History of ${one.name}` }, 'History'),
      el('button', { type: 'button', class: 'quiet danger', 'aria-label': `Remove ${one.name}`, onclick: () => confirmRemoval(org, one, load) }, 'Remove')));
}

function pages(state, next, load) {
  if (state.cursors.length === 1 && !next) {
    return null;
  }
  const button = (text, disabled, change) => el('button', { type: 'button', disabled, onclick: () => { change(); load(); } }, text);
  return el('nav', { class: 'pages', 'aria-label': 'Pages' },
    button('Previous page', state.cursors.length === 1, () => state.cursors.pop()),
    el('span', {}, `Page ${state.cursors.length}`),
    button('Next page', !next, () => state.cursors.push(next)));
}

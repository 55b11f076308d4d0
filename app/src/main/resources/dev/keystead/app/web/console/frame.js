// The bar above every page.

import { parts, to } from './address.js';
import { el } from './dom.js';
import * as session from './session.js';

export function bar(now, settings) {
  document.getElementById('bar').replaceChildren(
    el('a', { class: 'brand', href: to('') }, el('img', { src: 'icon.svg', alt: '', width: '24', height: '24' }), 'Keystead'),
    ...(now ? ofSession(now, settings) : []));
}

function ofSession(now, settings) {
  const [org, what] = parts();
  const link = (text, href, here) => el('a', { href, 'aria-current': here && 'page' }, text);
  return [
    org ? organization(org, session.organizations(now.claims, settings)) : '',
    org ? el('nav', { 'aria-label': 'Main' }, link('Credentials', to(org), !what), link('History', to(org, 'history'), what === 'history')) : '',
    el('span', { class: 'who', title: now.claims.sub }, now.claims.sub),
    el('button', { type: 'button', class: 'quiet', onclick: signOut }, 'Sign out'),
  ];
}

function organization(org, known) {
  if (known.length < 2) {
    return el('span', { class: 'org' }, org);
  }
  const options = known.includes(org) ? known : [org, ...known];
  return el('span', { class: 'org' }, el('select', {
    'aria-label': 'Organisation',
    onchange: (event) => { location.hash = to(event.target.value); },
  }, options.map((one) => el('option', { value: one, selected: one === org }, one))));
}

/** Whoever comes next begins at the beginning. */
function signOut() {
  history.replaceState(null, '', location.pathname);
  session.end();
}

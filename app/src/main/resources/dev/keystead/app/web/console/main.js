// Finds out who is there and shows what the address asks for.

import { parts, to } from './address.js';
import { credentials } from './credentials.js';
import { el, show } from './dom.js';
import { add, edit } from './editor.js';
import { bar } from './frame.js';
import { historyOf } from './history.js';
import { notice } from './notice.js';
import * as oidc from './oidc.js';
import { chooseOrganization } from './organization.js';
import * as session from './session.js';
import { signIn } from './sign-in.js';

const PATIENCE = 250; // milliseconds until a page says that it is being loaded

let settings;
let visits = 0;

async function start() {
  settings = await (await fetch('settings.json')).json();
  const message = oidc.isReturning() ? await returning() : null;
  session.whenEnded(route);
  window.addEventListener('hashchange', () => route());
  document.querySelector('.skip').addEventListener('click', skip);
  await route(message);
}

/** Leaves the address as it is, which says what is shown. */
function skip(event) {
  event.preventDefault();
  document.getElementById('view').focus();
}

/** Back from the provider: what went wrong, or nothing. */
async function returning() {
  try {
    session.begin(await oidc.finish(settings));
    return null;
  } catch (error) {
    return error.message;
  }
}

/** Shows the page, unless another was asked for while it was loaded. */
async function route(message) {
  visits += 1;
  const visit = visits;
  const put = ({ title, content }) => visit === visits && show(title, ...content);
  const now = session.current();
  bar(now, settings);
  if (!now) {
    put(signIn(settings, route, message));
    return;
  }
  const waiting = setTimeout(() => put({ title: 'Loading', content: [el('h1', { class: 'loading' }, 'Loading …')] }), PATIENCE);
  try {
    put(await page(now));
  } catch (error) {
    put({ title: 'Not possible', content: [el('h1', {}, 'Not possible'), notice(error, () => route())] });
  } finally {
    clearTimeout(waiting);
  }
}

function page(now) {
  const [org, what, id, more] = parts();
  if (!org) {
    return organization(session.organizations(now.claims, settings));
  }
  if (what === 'new') {
    return add(org);
  }
  if (what === 'history') {
    return historyOf(org);
  }
  if (what === 'credential') {
    return more === 'history' ? historyOf(org, id) : edit(org, id);
  }
  return credentials(org);
}

/** The only one, or a choice. */
function organization(known) {
  if (known.length === 1) {
    history.replaceState(null, '', to(known[0]));
    bar(session.current(), settings);
    return credentials(known[0]);
  }
  return chooseOrganization(known);
}

await start().catch(() => show('Not possible', el('h1', {}, 'Not possible'),
  notice(new Error('The server is out of reach. Please load this page again.'))));

// What has to be done in a cloud before its credential is added.

import * as api from './api.js';
import { CLOUDS } from './clouds.js';
import { copyButton, el } from './dom.js';
import { notice } from './notice.js';

/** Fills the place with the steps for the cloud, once they are there. */
export async function setupSteps(place, org, type) {
  const card = (...content) => el('section', { class: 'card' }, el('h2', {}, `In ${CLOUDS[type].name} first`), ...content);
  place.replaceChildren(card(el('p', { class: 'loading' }, 'Loading …')));
  place.dataset.type = type;
  let content;
  try {
    const { setup } = await api.get('setup', { org_id: org, type });
    content = [...(setup.documents ?? []).map(documentOf), ...setup.steps.map(step)];
  } catch (error) {
    content = [notice(error)];
  }
  if (place.dataset.type === type) {
    place.replaceChildren(card(...content));
  }
}

function documentOf({ name, content }) {
  return el('details', {}, el('summary', {}, name), block(content, name));
}

/** Comment lines as text, the rest as what is pasted. */
function step(text, index) {
  const lines = text.split('\n');
  const said = lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim()).join(' ');
  const commands = lines.filter((line) => !line.startsWith('#')).join('\n').trim();
  return el('div', { class: 'step' }, el('p', {}, `${index + 1}. ${said}`), commands ? block(commands, `step ${index + 1}`) : null);
}

function block(text, what) {
  return el('div', { class: 'block' }, el('pre', { tabindex: '0', 'aria-label': what }, el('code', {}, text)), copyButton(text, what));
}

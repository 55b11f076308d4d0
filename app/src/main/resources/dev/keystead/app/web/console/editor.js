// Adds a credential, or changes one.

import { to } from './address.js';
import * as api from './api.js';
import { CLOUDS } from './clouds.js';
import { el, freshId, toast } from './dom.js';
import { field, form } from './form.js';
import { random } from './random.js';
import { setupSteps } from './setup.js';

const MASK = '********';

export function add(org) {
  const attempt = random(); // the same request sent twice is done once
  const shared = [field({ pointer: '/name', label: 'Name' }), field({ pointer: '/comments', label: 'Comments', rows: 3, hint: 'Optional.' })];
  const accounts = Object.fromEntries(Object.entries(CLOUDS).map(([type, cloud]) => [type, cloud.fields.map((one) => accountField(one, '/specific/'))]));
  const steps = el('div', {});
  let type = 'aws';
  const fields = () => [shared[0], ...accounts[type], shared[1]];
  const { element, refresh } = form({
    label: 'New credential',
    fields,
    action: 'Add the credential',
    cancel: to(org),
    submit: async (values) => {
      await api.post('create', {
        org_id: org, type, name: values['/name'], comments: values['/comments'], specific: members(accounts[type], '/specific/'),
      }, { 'Idempotency-Key': `${attempt}-${type}` });
      toast('The credential was added.');
      location.hash = to(org);
    },
  });
  const choose = (chosen) => {
    type = chosen;
    refresh();
    setupSteps(steps, org, chosen);
  };
  setupSteps(steps, org, type);
  return {
    title: 'New credential',
    content: [el('h1', {}, 'New credential'), cloudChoice(type, choose), el('div', { class: 'columns' }, el('section', { class: 'card' }, element), steps)],
  };
}

function cloudChoice(chosen, choose) {
  return el('fieldset', { class: 'choice' }, el('legend', {}, 'Cloud'), Object.entries(CLOUDS).map(([type, { name }]) => {
    const id = freshId();
    return el('span', {},
      el('input', { type: 'radio', name: 'cloud', id, value: type, checked: type === chosen, onchange: () => choose(type) }),
      el('label', { for: id }, name));
  }));
}

export async function edit(org, id) {
  const { credential } = await api.get('describe', { org_id: org, credential_id: id });
  const account = CLOUDS[credential.type].fields
    .map((one) => accountField(one, '/data/specific/', credential.specific[one.member]));
  const name = field({ pointer: '/data/name', label: 'Name', value: credential.name });
  const comments = field({ pointer: '/data/comments', label: 'Comments', rows: 3, value: credential.comments });
  const reason = field({ pointer: '/reason', label: 'Reason for the change', hint: 'Optional. It is kept in the history.' });
  const { element } = form({
    label: `Change ${credential.name}`,
    fields: () => [name, ...account, comments, reason],
    action: 'Save',
    cancel: to(org),
    submit: (values) => save(org, credential, values),
  });
  return {
    title: credential.name,
    content: [
      el('div', { class: 'heading' }, el('h1', {}, credential.name), el('a', { class: 'button', href: to(org, 'credential', id, 'history') }, 'History')),
      el('p', { class: 'about' }, `${CLOUDS[credential.type].name} · version ${credential.version} · ${id}`),
      el('section', { class: 'card' }, element),
    ],
  };
}

async function save(org, credential, values) {
  const data = changes(credential, values);
  if (Object.keys(data).length === 0) {
    throw new Error('Nothing was changed.');
  }
  try {
    await api.post('update', { org_id: org, credential_id: credential.id, data, reason: values['/reason'] }, { 'If-Match': `"${credential.version}"` });
  } catch (error) {
    if (error.status === 412) {
      throw new Error('Somebody else changed this credential meanwhile. Load the page again to see it, and then change what you want.');
    }
    throw error;
  }
  toast('The change was saved.');
  location.hash = to(org);
}

/** What differs from what is stored; a secret that was left empty stays as it is. */
function changes(credential, values) {
  const data = {};
  const specific = {};
  for (const member of ['name', 'comments']) {
    if (values[`/data/${member}`] !== credential[member]) {
      data[member] = values[`/data/${member}`];
    }
  }
  for (const one of CLOUDS[credential.type].fields.filter(({ fixed }) => !fixed)) {
    const value = values[`/data/specific/${one.member}`];
    if (one.secret ? value : value !== credential.specific[one.member]) {
      specific[one.member] = value;
    }
  }
  return Object.keys(specific).length ? { ...data, specific } : data;
}

function accountField(one, prefix, value) {
  const stored = value !== undefined;
  return field({
    pointer: prefix + one.member,
    label: one.label,
    hint: stored && one.secret ? 'Leave it empty to keep the key that is stored.' : one.hint,
    type: one.secret ? 'password' : 'text',
    placeholder: stored && one.secret ? MASK : one.placeholder,
    value: one.secret ? '' : value,
    readonly: stored && one.fixed,
  });
}

function members(fields, prefix) {
  return Object.fromEntries(fields.map((one) => [one.pointer.slice(prefix.length), one.value()]));
}

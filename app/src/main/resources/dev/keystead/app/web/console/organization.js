// Which organisation? From the token, or by its id where the token cannot tell.

import { to } from './address.js';
import { el } from './dom.js';
import { field, form } from './form.js';

export function chooseOrganization(known) {
  return {
    title: 'Organisation',
    content: [el('section', { class: 'card narrow' }, el('h1', {}, 'Organisation'), known.length ? list(known) : ask())],
  };
}

function list(known) {
  return el('ul', { class: 'orgs' }, known.map((org) => el('li', {}, el('a', { href: to(org) }, org))));
}

function ask() {
  const id = field({ pointer: 'org', label: 'Id of the organisation', hint: 'Your token does not name it.' });
  return form({
    label: 'Organisation',
    fields: () => [id],
    action: 'Open',
    submit: (values) => {
      const org = values.org.trim();
      if (!org) {
        throw new Error('Please say which.');
      }
      location.hash = to(org);
    },
  }).element;
}

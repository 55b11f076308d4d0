// The first page: by the identity provider, or with a token at hand.

import { el } from './dom.js';
import { field, form } from './form.js';
import { notice } from './notice.js';
import * as oidc from './oidc.js';
import * as session from './session.js';

export function signIn(settings, entered, message) {
  const token = field({
    pointer: 'token',
    label: 'Access token',
    hint: 'A JWT of your identity provider. It stays in this tab and is forgotten when the tab is closed.',
    rows: 5,
  });
  const paste = form({
    label: 'Sign in with a token',
    fields: () => [token],
    action: 'Use this token',
    submit: async (values) => {
      session.begin(values.token.trim());
      entered();
    },
  });
  return {
    title: 'Sign in',
    content: [el('section', { class: 'card narrow' },
      el('h1', {}, 'Sign in'),
      message && notice(new Error(message)),
      settings.client_id && provider(settings, entered),
      paste.element)],
  };
}

function provider(settings, entered) {
  const button = el('button', {
    type: 'button',
    class: 'primary wide',
    onclick: async () => {
      button.disabled = true;
      try {
        await oidc.leave(settings);
      } catch (error) {
        entered(error.message);
      }
    },
  }, `Sign in with ${new URL(settings.issuer).host}`);
  return el('div', {}, button, el('p', { class: 'or' }, 'or'));
}

// Removes a credential, with a reason, after a question.

import * as api from './api.js';
import { el, freshId, toast } from './dom.js';
import { field, form } from './form.js';
import { random } from './random.js';

export function confirmRemoval(org, credential, removed) {
  const title = freshId();
  const reason = field({ pointer: '/comments', label: 'Reason', rows: 3, hint: 'Optional. It is kept in the history.' });
  const attempt = random();
  const { element } = form({
    label: 'Remove',
    fields: () => [reason],
    action: 'Remove it',
    submit: async (values) => {
      await api.post('delete', { org_id: org, credential_id: credential.id, comments: values['/comments'] }, { 'Idempotency-Key': attempt });
      dialog.close();
      toast(`${credential.name} was removed.`);
      removed();
    },
  });
  element.querySelector('.primary').classList.add('danger');
  element.querySelector('.actions').append(el('button', { type: 'button', onclick: () => dialog.close() }, 'Cancel'));
  const dialog = el('dialog', { 'aria-labelledby': title, onclose: () => dialog.remove() },
    el('h2', { id: title }, `Remove ${credential.name}?`),
    el('p', {}, 'Its secret is erased, and the platform can no longer use the account. The history stays.'),
    element);
  document.body.append(dialog);
  dialog.showModal();
  reason.focus();
}

// Fields with their messages next to them.

import { el, freshId } from './dom.js';
import { line, requestOf } from './notice.js';

/**
 * A form. `fields` are made by `field`; `submit` gets their values by pointer and may throw an ApiError, whose errors are then shown at the
 * fields they point to, and the rest above.
 */
export function form({ label, fields, submit, action, cancel }) {
  const summary = el('div', { class: 'summary', role: 'alert', tabindex: '-1', hidden: true });
  const button = el('button', { type: 'submit', class: 'primary' }, action);
  const element = el('form', {
    'aria-label': label,
    novalidate: true,
    onsubmit: async (event) => {
      event.preventDefault();
      button.disabled = true;
      clear(summary, fields());
      try {
        await submit(Object.fromEntries(fields().map((one) => [one.pointer, one.value()])));
      } catch (error) {
        tell(error, summary, fields());
      } finally {
        button.disabled = false;
      }
    },
  }, summary, el('div', { class: 'fields' }), el('div', { class: 'actions' }, button, cancel && el('a', { class: 'button', href: cancel }, 'Cancel')));
  const refresh = () => element.querySelector('.fields').replaceChildren(...fields().map((one) => one.element));
  refresh();
  return { element, refresh };
}

/** A field for one member of the request, named by its JSON pointer. */
export function field({ pointer, label, hint, value = '', type = 'text', rows, readonly, placeholder }) {
  const id = freshId();
  const common = {
    id,
    name: pointer,
    placeholder,
    readonly,
    autocomplete: type === 'password' ? 'new-password' : 'off',
    spellcheck: 'false',
    'aria-describedby': `${id}-hint ${id}-error`,
  };
  const input = rows ? el('textarea', { ...common, rows }) : el('input', { ...common, type });
  input.value = value;
  const message = el('p', { class: 'error', id: `${id}-error` });
  return {
    pointer,
    label,
    value: () => input.value,
    element: el('div', { class: 'field' }, el('label', { for: id }, label), input, el('p', { class: 'hint', id: `${id}-hint` }, hint ?? ''), message),
    say(text) {
      message.textContent = text;
      input.setAttribute('aria-invalid', text ? 'true' : 'false');
    },
    focus: () => input.focus(),
  };
}

function clear(summary, fields) {
  summary.hidden = true;
  fields.forEach((one) => one.say(''));
}

function tell(error, summary, fields) {
  const elsewhere = [];
  let first = null;
  for (const wrong of error.errors ?? []) {
    const place = fields.find((one) => one.pointer === wrong.pointer);
    if (place) {
      place.say(wrong.detail);
      first ??= place;
    } else {
      elsewhere.push(line(wrong));
    }
  }
  const lines = first && elsewhere.length === 0 ? ['Please look at the marked fields.'] : [error.message, ...elsewhere];
  summary.replaceChildren(...[...lines.map((text) => el('p', {}, text)), requestOf(error)].filter(Boolean));
  summary.hidden = false;
  (first ?? { focus: () => summary.focus() }).focus();
}

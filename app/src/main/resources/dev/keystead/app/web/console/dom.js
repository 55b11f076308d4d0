// Makes elements. Text is always set as text, so that nothing a server sends can become markup.

/** An element with attributes, listeners (`onclick`) and children; a child that is null is left out. */
export function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on') && value) {
      element.addEventListener(key.slice(2), value);
    } else if (value === true) {
      element.setAttribute(key, '');
    } else if (value !== false && value != null) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.flat().filter((child) => child != null && child !== false && child !== ''));
  return element;
}

/** Puts the content in the place of what the page shows, and the focus at its beginning. */
export function show(title, ...content) {
  document.title = `${title} · Keystead`;
  const view = document.getElementById('view');
  document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
  view.replaceChildren(...content.filter((child) => child != null));
  view.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

/** Says something that goes away by itself. */
export function toast(text) {
  const place = document.getElementById('toast');
  place.textContent = text;
  place.classList.add('visible');
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => place.classList.remove('visible'), 4000);
}

/** A button that copies text and says so. */
export function copyButton(text, what) {
  return el('button', {
    type: 'button',
    class: 'quiet',
    'aria-label': `Copy ${what}`,
    onclick: async () => {
      toast(await copied(text) ? 'Copied' : 'The browser does not let this page copy. Please mark the text.');
    },
  }, 'Copy');
}

/** False without permission, or where the page came without TLS. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

let ids = 0;

/** An id that no other element has. */
export function freshId() {
  ids += 1;
  return `e${ids}`;
}

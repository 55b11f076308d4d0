// Where in the console one is: #/ORGANISATION, and behind it what is wanted of it.

/** The parts of the address; a single empty one if there are none, or if it was mistyped. */
export function parts() {
  try {
    return location.hash.slice(2).split('/').map(decodeURIComponent);
  } catch {
    return [''];
  }
}

/** The address with these parts. */
export function to(...wanted) {
  return `#/${wanted.map(encodeURIComponent).join('/')}`;
}

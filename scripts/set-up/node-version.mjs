// Everything under set-up/ and its two callers must parse on a Node from 2018, so that a reader of this message gets to see it.

/** The one line that says which Node is needed, or nothing when this one will do. */
export function whyNotThisNode(version) {
  const parts = version.replace(/^v/, '').split('.').map(Number);
  const major = parts[0];
  const minor = parts[1];
  const isOldEnoughToRefuse = major < 20 || (major === 20 && minor < 19);
  // Vite's own gap: it needs 22.12 of the 22 line, and 21 never got what it uses.
  const isInTheGap = major === 21 || (major === 22 && minor < 12);
  if (!isOldEnoughToRefuse && !isInTheGap) return undefined;
  const needed = isInTheGap ? 'Node 20.19, or 22.12 or newer' : 'Node 20.19 or newer';
  return (
    'Askagain needs ' +
    needed +
    '; this is ' +
    version +
    '. Get it from https://nodejs.org, then run this again.'
  );
}

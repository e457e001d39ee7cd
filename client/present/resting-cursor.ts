const REST_MS = 3000;

/** Hides the cursor of a hand at rest, so that no arrow lies over the picture; returns how to stop. */
export function hideRestingCursor(root: HTMLElement, restMs = REST_MS): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const moved = () => {
    clearTimeout(timer);
    root.classList.remove('resting');
    timer = setTimeout(() => root.classList.add('resting'), restMs);
  };
  moved();
  addEventListener('pointermove', moved);
  return () => {
    clearTimeout(timer);
    removeEventListener('pointermove', moved);
    root.classList.remove('resting');
  };
}

/** Calls when the page comes back: shown again, restored from the cache, or the device is online. Returns how to stop. */
export function onWake(wake: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake();
  };
  const whenShown = (event: PageTransitionEvent) => {
    if (event.persisted) wake();
  };
  document.addEventListener('visibilitychange', whenVisible);
  addEventListener('pageshow', whenShown);
  addEventListener('online', wake);
  return () => {
    document.removeEventListener('visibilitychange', whenVisible);
    removeEventListener('pageshow', whenShown);
    removeEventListener('online', wake);
  };
}

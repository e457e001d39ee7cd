/** Keeps the display on while the page is seen, where the browser can; returns how to stop. Plain HTTP has no wake lock. */
export function keepAwake(): () => void {
  if (!('wakeLock' in navigator)) return () => {};
  let lock: WakeLockSentinel | undefined;
  let isOver = false;

  async function ask() {
    if (document.visibilityState !== 'visible' || isOver) return;
    // A phone that saves power refuses; the remote works without.
    lock = await navigator.wakeLock.request('screen').catch(() => undefined);
  }

  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', ask);
    void lock?.release();
  };
}

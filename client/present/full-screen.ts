/** Fills the display, or gives it back. A browser that refuses leaves all as it is. */
export function toggleFullScreen(): void {
  const done = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen?.({ navigationUI: 'hide' });
  done?.catch(() => undefined);
}

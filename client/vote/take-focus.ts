/** A page that came by itself takes the focus that the old one left nowhere; a focus somebody put somewhere stays. */
export function takeFocus(heading: HTMLElement): void {
  if (document.activeElement === document.body) heading.focus();
}

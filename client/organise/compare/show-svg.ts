/** Puts a drawing into an element. It is read as XML, so that nothing in it can ever be markup of the page. */
export function showSvg(element: Element, svg: string): void {
  if (svg === '') return element.replaceChildren();
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  element.replaceChildren(document.importNode(drawing, true));
}

import type { MeasureText } from './text-fit.ts';

const FACE = '"Schibsted Grotesk"';
const PROBE_PX = 100;

/** Measures with the face of the screen as this browser sets it. Call `faceReady` first. */
export function browserMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text, weight) => {
    const key = `${weight} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (context) context.font = `${weight} ${PROBE_PX}px ${FACE}, system-ui, sans-serif`;
    const width = (context?.measureText(text).width ?? text.length * 52) / PROBE_PX;
    known.set(key, width);
    return width;
  };
}

/** Settles when the face is there, or after a while without it: a screen in another face is better than none. */
export async function faceReady(limitMs = 3000): Promise<void> {
  const limit = new Promise((resolve) => setTimeout(resolve, limitMs));
  const face = document.fonts.load(`600 80px ${FACE}`).catch(() => undefined);
  await Promise.race([face, limit]);
}

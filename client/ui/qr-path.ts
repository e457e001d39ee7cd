import { create } from 'qrcode';

export interface QrPath {
  /** Modules on a side, without the quiet zone. */
  size: number;
  /** The dark modules as one SVG path, a run of a row at a time. */
  d: string;
}

/** Level Q: a scratched projector or a hand before it may hide a quarter. Capitals and digits alone need the fewest modules. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const { size } = modules;
  const isDark = (x: number, y: number) => x < size && modules.get(y, x) !== 0;
  let d = '';
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = x;
      while (isDark(x, y)) x++;
      if (x > from) d += `M${from} ${y}h${x - from}v1h${from - x}z`;
    }
  }
  return { size, d };
}

import { create } from 'qrcode';
import { expect, test } from 'vitest';
import { qrPath } from '../../../client/ui/qr-path.ts';

/** The modules that a path of runs paints, as rows of 0 and 1. */
function painted({ size, d }: { size: number; d: string }): string[] {
  const rows = Array.from({ length: size }, () => Array<string>(size).fill('0'));
  const runs = [...d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  expect(runs.map(([run]) => run).join('')).toBe(d);
  for (const [, x, y, wide, back] of runs) {
    expect(wide).toBe(back);
    for (let i = 0; i < Number(wide); i += 1) {
      const row = rows[Number(y)] ?? [];
      expect(row[Number(x) + i]).toBe('0');
      row[Number(x) + i] = '1';
    }
  }
  return rows.map((row) => row.join(''));
}

test.each(['HTTP://192.168.1.20:3000/K7M4QX', 'https://ask.example.org/K7M4QX', 'A'])(
  '%s: every dark module is painted once, and no other',
  (text) => {
    const { modules } = create(text, { errorCorrectionLevel: 'Q' });
    const rows = Array.from({ length: modules.size }, (_, y) =>
      Array.from({ length: modules.size }, (__, x) => (modules.get(y, x) ? '1' : '0')).join(''),
    );
    expect(painted(qrPath(text))).toEqual(rows);
  },
);

test('its corners are those of a QR code', () => {
  const rows = painted(qrPath('HTTP://192.168.1.20:3000/K7M4QX'));
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  expect(rows.slice(0, 7).map((row) => row.slice(0, 7))).toEqual(finder);
  expect(rows.slice(0, 7).map((row) => row.slice(-7))).toEqual(finder);
  expect(rows.slice(-7).map((row) => row.slice(0, 7))).toEqual(finder);
});

test('capitals need fewer modules than small letters', () => {
  const address = 'http://10.0.0.12:3000/K7M4QX';
  expect(qrPath(address.toUpperCase()).size).toBeLessThan(qrPath(address).size);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentOf, accentProblem, contrast } from '../../shared/accent.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const PAPERS = { light: '#f7f2e7', dark: '#12151c' } as const;

test('contrast is WCAG’s: black on white 21, the same colour 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ca3b0f', '#ca3b0f')).toBe(1);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('[TH1] a colour that bars would not stand out in is refused with what it has, what is needed, and one that does', () => {
  const problem = accentProblem('#ffd400') ?? '';
  expect(problem).toMatch(/^#ffd400 has a contrast of 1\.2 : 1 on paper; bars need 3 : 1\. #/);
  const offered = /#[\da-f]{6} is/.exec(problem)?.[0].slice(0, 7) ?? '';
  expect(accentProblem(offered)).toBeUndefined();
  expect(accentProblem('#0b5fff')).toBeUndefined();
});

test('[TH2] whatever colour is taken, bars and text stand out on both grounds, and ink on a chosen row', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const colours = accentOf(accent);
      for (const ground of ['light', 'dark'] as const) {
        const { now, nowText, nowSoft, onNow } = colours[ground];
        expect(contrast(now, PAPERS[ground])).toBeGreaterThanOrEqual(3);
        expect(contrast(nowText, PAPERS[ground])).toBeGreaterThanOrEqual(7);
        expect(contrast(nowSoft, ground === 'light' ? '#17191f' : '#f4eee1')).toBeGreaterThanOrEqual(7);
        expect(contrast(onNow, now)).toBeGreaterThanOrEqual(4.2);
      }
    }),
  );
});

test('[TH2] a colour that stands out enough is taken as it is', () => {
  expect(accentOf('#1f5fbf').light.now).toBe('#1f5fbf');
});

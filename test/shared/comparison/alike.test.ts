import { expect, test } from 'vitest';
import { unlikeness } from '../../../shared/comparison/alike.ts';
import { asked } from './points.ts';

test('[CO4] points of which nobody knows how they were counted are not counted alike', () => {
  const [from, to] = [asked('a', '2019-02-01', { A: 1 }), asked('b', '2021-02-01', { A: 1 })];
  const unlike = (...methods: [string, string]) =>
    unlikeness({ ...from, method: methods[0] }, { ...to, method: methods[1] }, []).map(({ key }) => key);
  expect(unlike('Show of hands', 'show of hands ')).toEqual([]);
  expect(unlike('show of hands', 'LinkedIn poll')).toEqual(['unlike.counted']);
  for (const one of ['', 'show of hands']) expect(unlike(one, '')).toEqual(['unlike.counted-unknown']);
});

import type { Base, Reading } from '../../../shared/comparison/comparison.ts';

/** How a comparison is looked at: it stands in the address, so that a link shows the same. */
export interface CompareQuery {
  /** Only these; all while empty. */
  points: string[];
  base: Base;
  /** Nothing: as the comparison thinks best. */
  options: Reading | undefined;
  /** Chosen pairs, each `A,B`. */
  pairs: string[];
  /** `QUESTION:OPTION`: only those who described themselves so. */
  segment: string;
  /** The option the sentences are about; nothing: the one that moved most. */
  option: string;
}

const BASES: readonly string[] = ['cast', 'joined', 'room'];
const READINGS: readonly string[] = ['common', 'all'];

/** What cannot be read is left at what it is without it. */
export function readQuery(search: string): CompareQuery {
  const params = new URLSearchParams(search);
  const base = params.get('base') ?? '';
  const options = params.get('options') ?? '';
  return {
    points: (params.get('points') ?? '').split(',').filter(Boolean),
    base: BASES.includes(base) ? (base as Base) : 'cast',
    options: READINGS.includes(options) ? (options as Reading) : undefined,
    pairs: params.getAll('pair').filter((pair) => /^[^,]+,[^,]+$/.test(pair)),
    segment: params.get('segment') ?? '',
    option: params.get('option') ?? '',
  };
}

/** The same as a query string with its question mark, for the address and for the API; empty for how it is at first. */
export function writeQuery({ points, base, options, pairs, segment, option }: CompareQuery): string {
  const said = [
    ...(points.length > 0 ? [`points=${points.join(',')}`] : []),
    ...(base === 'cast' ? [] : [`base=${base}`]),
    ...(options ? [`options=${options}`] : []),
    ...pairs.map((pair) => `pair=${pair}`),
    ...(segment ? [`segment=${segment}`] : []),
    ...(option ? [`option=${option}`] : []),
  ];
  return said.length === 0 ? '' : `?${said.join('&')}`;
}

import fc from 'fast-check';

/** Any count of any n from 1, small ones as often as large ones. */
export const parts = fc
  .oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 100_000 }))
  .chain((n) => fc.record({ count: fc.nat(n), n: fc.constant(n) }));

/** Any level that is asked for. */
export const levels = fc.double({ min: 0.5, max: 0.9999, noNaN: true });

/** Any four counts of pairs, at least one pair in all. */
export const pairs = fc
  .record({ both: count(), onlyFirst: count(), onlySecond: count(), neither: count() })
  .filter(({ both, onlyFirst, onlySecond, neither }) => both + onlyFirst + onlySecond + neither > 0);

function count(): fc.Arbitrary<number> {
  return fc.oneof(fc.constant(0), fc.nat(8), fc.nat(2000));
}

/** Any table of 1 to 4 rooms and 1 to 6 options, with rooms and options of zeros among them. */
export const tables = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count(), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

/** Any answers to a scale, many ties among them. */
export const values = fc.oneof(
  fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }),
  fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 40 }),
);

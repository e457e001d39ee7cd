import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recount } from '../../shared/tally.ts';
import { anySaying } from '../shared/questions/answers.ts';
import { aHost, anOpenQuestion, codeOf } from './a-host.ts';

interface Saying {
  do: 'cast';
  phone: number;
  revision: number;
  answer: unknown;
}
type Act = Saying | { do: 'close' | 'open' | 'flush' };

describe.each(['single', 'multiple'] as const)('%s', (type) => {
  const question = anOpenQuestion(type);
  const [version] = question.versions;
  const spec = { type, prompt: '', options: version?.options ?? [], settings: version?.settings ?? {} };
  const acts = fc.array(
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.record<Saying>({
          do: fc.constant('cast' as const),
          phone: fc.nat(5),
          revision: fc.integer({ min: 1, max: 4 }),
          answer: anySaying(spec),
        }),
      },
      fc.record({ do: fc.constantFrom('close' as const, 'open' as const, 'flush' as const) }),
    ),
    { maxLength: 40 },
  );

  test('[TA1] [TA2] [LP1] [LP3] whatever is cast while voting opens and closes: what was acknowledged is stored, and the tally is what is stored', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (given: Act[]) => {
        const { host, store, batch, first } = aHost({ questions: [question] });
        await host.open(first, {}, null);
        const underway: Promise<unknown>[] = [];
        const receipts = new Map<string, unknown>();
        for (const act of given) {
          if (act.do === 'cast') {
            const { phone, revision, answer } = act;
            const done = host.cast(`phone ${phone}`, { askingId: first, revision, answer });
            const note = done.then((result) => {
              if (codeOf(result) === 'ok') receipts.set(`${phone} ${revision}`, result);
            });
            underway.push(note);
          } else if (act.do === 'flush') await batch.flush();
          else underway.push(act.do === 'open' ? host.open(first, {}, null) : host.close(first, null));
        }
        await host.close(first, null);
        await batch.flush();
        await Promise.all(underway);
        await host.close(first, null);

        const rows = store.ballotsOf(first);
        const counted = recount(
          spec,
          rows.map(({ answer }) => answer),
        );
        expect(host.tallyOf(first)).toEqual(counted);
        expect(store.changes.at(-1)?.askings?.[0]?.tally).toEqual(counted);
        expect(host.joinedOf(first)).toBeGreaterThanOrEqual(rows.length);
        // Whoever holds a receipt is in the store, with that revision or a newer one.
        const newest = new Set(rows.map(({ voter }) => voter));
        const phones = new Set([...receipts.keys()].map((key) => key.split(' ')[0]));
        expect(newest.size).toBe(phones.size);
      }),
      { numRuns: 150 },
    );
  });

  test('[TA3] a host that is loaded again counts the same', async () => {
    const sayings = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 }), anySaying(spec)), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(sayings, async (given) => {
        const { host, store, batch, first } = aHost({ questions: [question] });
        await host.open(first, {}, null);
        const casts = given.map(([phone, revision, answer]) =>
          host.cast(`phone ${phone}`, { askingId: first, revision, answer }),
        );
        await batch.flush();
        await Promise.all(casts);
        const again = aHost({ questions: [question], asking: { state: 'open', number: 1 } });
        again.store.rows.set(again.first, store.rows.get(first) ?? new Map());
        await again.host.start();
        expect(again.host.tallyOf(again.first)).toEqual(host.tallyOf(first));
      }),
      { numRuns: 80 },
    );
  });
});

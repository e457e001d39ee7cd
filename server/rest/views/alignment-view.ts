import * as z from 'zod/mini';
import { proposeMaps, proposeVersionMaps } from '../../../shared/alignment-proposals.ts';
import { standingMaps } from '../../../shared/alignment-rules.ts';
import type { Alignment } from '../../../shared/alignment.ts';
import { meansOf } from '../../../shared/comparison/means.ts';
import type { DataPoint } from '../../../shared/data-point.ts';
import { offeredAt } from '../../../shared/offered-places.ts';
import type { Question } from '../../../shared/question.ts';
import { iso } from '../../times.ts';

const named = z.object({ dataPointId: z.string(), label: z.string() });
const maps = z.array(
  z.object({
    from: z.union([z.object({ optionId: z.string() }), named]),
    to: z.array(z.string()),
    as: z.enum(['same', 'renamed', 'merged', 'split', 'added', 'dropped']),
  }),
);

export const revisionSchema = z.object({
  revision: z.int(),
  maps,
  decidedBy: z.nullable(z.string()),
  decidedAt: z.string(),
});

export const alignmentSchema = z.object({
  current: z.nullable(revisionSchema),
  /** Newest first. */
  revisions: z.array(revisionSchema),
  /** By data point, what its options could stand for. */
  proposals: z.record(z.string(), maps),
  /** For options that are no longer offered. */
  versionProposals: maps,
  /** What stands for no option, and of which nobody has said so. */
  undecided: z.array(named),
});

/** Who decided what, and what is still open. Maps of what is gone are left out, so that any revision can be sent again. */
export function alignmentView(
  question: Question,
  points: readonly DataPoint[],
  alignments: readonly Alignment[],
): z.infer<typeof alignmentSchema> {
  const revisions = alignments.map((each) =>
    revisionView({ ...each, maps: standingMaps(question, points, each.maps) }),
  );
  const means = meansOf(alignments[0] ?? null);
  return {
    current: revisions[0] ?? null,
    revisions,
    proposals: Object.fromEntries(points.map((point) => [point.id, proposeMaps(question, point)])),
    versionProposals: proposeVersionMaps(question),
    undecided: points.flatMap((point) =>
      offeredAt(point)
        .filter(({ from, own }) => own === null && !means.isDecided(from))
        .map(({ label }) => ({ dataPointId: point.id, label })),
    ),
  };
}

export function revisionView({
  revision,
  maps: decided,
  decidedBy,
  decidedAt,
}: Alignment): z.infer<typeof revisionSchema> {
  return { revision, maps: decided, decidedBy, decidedAt: iso(decidedAt) };
}

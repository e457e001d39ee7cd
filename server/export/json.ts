import type { EventId } from '../../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { iso, isoOrNull } from '../times.ts';
import { actsOutsideRehearsals } from './acts.ts';
import { ballotPages } from './ballot-pages.ts';
import { readEventFile, type EventFile } from './event-file.ts';
import { pictureLines } from './pictures.ts';
import { postLines } from './posts.ts';
import { evidenceOf, readOutside, type Outside } from './outside.ts';

export const FILE_FORMAT = 'askagain-event';
export const FILE_VERSION = 1;

const MOST_ACTS = 1_000_000;

/**
 * An event whole, piece by piece, as one JSON document: everything but secrets and hashes. Times are ISO 8601, voters
 * are the event's own numbers; a tally is what its ballots add up to, so none is written.
 */
export async function* jsonOf(store: Store, id: EventId): AsyncGenerator<string> {
  const file = await readEventFile(store, id);
  const outside = await readOutside(store, file.questions);
  const everybody = file.isRehearsed ? [] : await store.voters.ofEvent(id);
  const voters = everybody.map(({ voter }) => voter).sort((a, b) => a - b);
  const texts = file.isRehearsed ? [] : await store.texts.ofEvent(id);
  const acts = actsOutsideRehearsals((await store.acts.ofEvent(id, MOST_ACTS)).reverse());
  const head = {
    format: FILE_FORMAT,
    formatVersion: FILE_VERSION,
    ...factsOf(file),
    acts: acts.map(({ at, by, what, detail }) => ({ at: iso(at), by, what, detail })),
    voters,
    texts: texts.map((each) => ({ ...each, decidedAt: iso(each.decidedAt) })),
    ...outsideFacts(outside),
    posts: await postLines(store, id, new Set(voters)),
  };
  yield `${JSON.stringify(head).slice(0, -1)},"evidence":[`;
  yield* evidenceLines(store, outside);
  yield '],"pictures":[';
  yield* pictureLines(store, file);
  yield '],"ballots":[';
  yield* ballotsOf(store, file, new Set(voters));
  yield ']}\n';
}

/** Votes go on meanwhile: what came after the head was written belongs to a later file, or it could not be taken back. */
async function* ballotsOf(
  store: Store,
  { askings }: EventFile,
  voters: ReadonlySet<number>,
): AsyncGenerator<string> {
  let isFirst = true;
  for (const { asking } of askings.filter(({ asking: { state } }) => state !== 'waiting')) {
    for await (const all of ballotPages(store, asking.id)) {
      const page = all.filter(({ voter }) => voters.has(voter));
      if (page.length === 0) continue;
      const rows = page.map(({ castAt, ...ballot }) => JSON.stringify({ ...ballot, castAt: iso(castAt) }));
      yield `${isFirst ? '' : ','}\n${rows.join(',\n')}`;
      isFirst = false;
    }
  }
}

async function* evidenceLines(store: Store, { dataPoints }: Outside): AsyncGenerator<string> {
  let isFirst = true;
  for await (const { evidence, bytes } of evidenceOf(store, dataPoints)) {
    const base64 = Buffer.from(bytes).toString('base64');
    const line = { ...evidence, addedAt: iso(evidence.addedAt), bytes: base64 };
    yield `${isFirst ? '' : ','}\n${JSON.stringify(line)}`;
    isFirst = false;
  }
}

function outsideFacts({ dataPoints, alignments }: Outside) {
  return {
    dataPoints: dataPoints.map(({ point }) => ({ ...point, createdAt: iso(point.createdAt) })),
    alignments: alignments.map((each) => ({ ...each, decidedAt: iso(each.decidedAt) })),
  };
}

function factsOf({ event, stage, questions, askings }: EventFile) {
  return {
    event: {
      ...event,
      createdAt: iso(event.createdAt),
      updatedAt: iso(event.updatedAt),
      deletedAt: isoOrNull(event.deletedAt),
    },
    stage,
    questions: questions.map((question) => ({
      ...question,
      versions: question.versions.map((version) => ({ ...version, createdAt: iso(version.createdAt) })),
      createdAt: iso(question.createdAt),
      updatedAt: iso(question.updatedAt),
    })),
    askings: askings.map(({ asking }) => ({
      ...asking,
      openedAt: isoOrNull(asking.openedAt),
      closedAt: isoOrNull(asking.closedAt),
      closesAt: isoOrNull(asking.closesAt),
    })),
  };
}

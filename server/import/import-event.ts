import type { Evidence } from '../../shared/data-point.ts';
import type { EventId } from '../../shared/ids.ts';
import type { Picture } from '../../shared/picture.ts';
import { specOf, type Question, type QuestionSpec } from '../../shared/question.ts';
import { ABSTAIN_ID, OTHER_ID } from '../../shared/questions/question-type.ts';
import { tallyOfHands } from '../../shared/hands.ts';
import { Refused, type FieldError } from '../../shared/result.ts';
import { recount } from '../../shared/tally.ts';
import { fieldErrors } from '../field-errors.ts';
import { builtType, wrongWith } from '../question-input.ts';
import type { Act, ImportRows, Store, StoredAsking } from '../store/store.ts';
import { wrongOutside } from './check-outside.ts';
import { wrongPictures } from './check-pictures.ts';
import { wrongWithRows } from './check-rows.ts';
import { wrongSetUp } from './check-set-up.ts';
import { postsOf, wrongPosts } from './file-posts.ts';
import { textsOf, wrongTexts } from './file-texts.ts';
import { wrongTranslations } from '../../shared/translations.ts';
import { eventFileSchema, type ParsedEventFile } from './event-schema.ts';

export interface Imported {
  eventId: EventId;
  added: number;
  skipped: number;
}

const MOST_ERRORS = 20;

/** Stores an exported event, all of it or nothing. Throws `Refused`: INVALID, NOT_BUILT, CONTENT_CONFLICT. */
export async function importEvent(
  store: Store,
  file: unknown,
  { now, by }: { now: number; by: string | null },
): Promise<Imported> {
  const rows = rowsOf(file);
  const outcome = await store.importAll(rows);
  if (outcome.kind === 'conflict') {
    throw new Refused(
      'CONTENT_CONFLICT',
      `The ${outcome.noun} ${outcome.id} is already here with other content. Nothing was stored.`,
      {
        errors: [{ path: `${outcome.noun}.${outcome.id}`, message: 'Here with other content.' }],
      },
    );
  }
  const { added, skipped } = outcome;
  // Not in the event's own log: what comes out again is what came in.
  if (added > 0)
    await store.acts.add({
      at: now,
      by,
      what: 'event:import',
      eventId: null,
      detail: { eventId: rows.event.id, added, skipped },
    });
  return { eventId: rows.event.id, added, skipped };
}

/** The rows of a file, checked as if nobody had ever checked them. */
export function rowsOf(file: unknown): ImportRows {
  const parsed = eventFileSchema.safeParse(file);
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues));
  const { data } = parsed;
  for (const { type } of data.questions) builtType(type);
  const rows = toRows(data);
  const errors = [
    ...wrongQuestions(rows.questions),
    ...wrongWithRows(rows),
    ...wrongSetUp(rows.event),
    ...wrongTexts(rows),
    ...wrongOutside(rows),
    ...wrongPictures(rows),
    ...wrongPosts(rows),
  ];
  if (errors.length > 0) throw invalid(errors);
  return { ...rows, askings: rows.askings.map((stored) => withTally(stored, rows)) };
}

/** As a file has them: an asking without its tally, an act without its event, evidence in one with its bytes. */
interface FileRows extends Omit<ImportRows, 'askings' | 'evidence' | 'pictures' | 'acts'> {
  askings: (StoredAsking['asking'] & { shownOthers: string[] })[];
  evidence: (Evidence & { bytes: Uint8Array })[];
  pictures: (Picture & { bytes: Uint8Array })[];
  acts: Omit<Act, 'eventId'>[];
}

/** Ids are opaque: that they have the right shape is all there is to know of them. */
function toRows({ format: _format, formatVersion: _version, ...data }: ParsedEventFile): ImportRows {
  const rows = data as unknown as FileRows;
  return {
    ...rows,
    askings: rows.askings.map(({ shownOthers: _shown, ...asking }) => ({ asking, tally: null })),
    texts: textsOf(data),
    posts: postsOf(data),
    evidence: rows.evidence.map(({ bytes, ...evidence }) => ({ evidence, bytes })),
    pictures: rows.pictures.map(({ bytes, ...picture }) => ({ picture, bytes })),
    acts: rows.acts.map((act) => ({ ...act, eventId: rows.event.id })),
  };
}

function wrongQuestions(questions: Question[]): FieldError[] {
  return questions.flatMap((question, index) => {
    const { versions } = question;
    const isOnce = new Set(versions.map(({ version }) => version)).size === versions.length;
    if (!isOnce) return [{ path: `questions.${index}.versions`, message: 'A version stands here twice.' }];
    return versions.flatMap(({ version }, at) => {
      const spec = specOf(question, version);
      const translated = wrongTranslations(spec, versions[at]?.translations ?? {});
      return [...wrongWith(spec), ...wrongOptionIds(spec), ...translated].map(({ path, message }) => ({
        path: `questions.${index}.versions.${at}.${path}`,
        message,
      }));
    });
  });
}

/** Ids given here are fresh; those of a file may be one another's, or those of the rows that results add. */
function wrongOptionIds({ options }: QuestionSpec): FieldError[] {
  const taken = new Set<string>([OTHER_ID, ABSTAIN_ID]);
  return options.flatMap(({ id }, at) => {
    if (!taken.has(id)) {
      taken.add(id);
      return [];
    }
    return [{ path: `options.${at}.id`, message: 'Another option has this id, or it means something else.' }];
  });
}

/** A closed asking is stored with its tally, which is what its ballots, or hands, add up to and nothing else. */
function withTally({ asking }: StoredAsking, { questions, ballots }: ImportRows): StoredAsking {
  const question = questions.find(({ id }) => id === asking.questionId);
  if (asking.state !== 'closed' || !question) return { asking, tally: null };
  const spec = specOf(question, asking.questionVersion);
  if (asking.hands) return { asking, tally: tallyOfHands(spec, asking.hands) };
  const answers = ballots.filter(({ askingId }) => askingId === asking.id).map(({ answer }) => answer);
  return { asking, tally: recount(spec, answers) };
}

function invalid(errors: FieldError[]): Refused {
  return new Refused('INVALID', 'This file cannot be imported. Nothing was stored.', {
    errors: errors.slice(0, MOST_ERRORS),
  });
}

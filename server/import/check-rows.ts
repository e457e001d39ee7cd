import { takesHands, wrongHands } from '../../shared/hands.ts';
import { comparedQuestions, isAskingStop } from '../../shared/live-event.ts';
import { specOf } from '../../shared/question.ts';
import { questionType } from '../../shared/questions/registry.ts';
import type { FieldError } from '../../shared/result.ts';
import type { ImportRows } from '../store/store.ts';

/** What does not hang together in rows whose shapes are right: each thing must belong to another that is there. */
export function wrongWithRows({
  event,
  stage,
  questions,
  askings,
  voters,
  ballots,
}: ImportRows): FieldError[] {
  const errors: FieldError[] = [];
  const wrong = (path: string, message: string): void => void errors.push({ path, message });
  const askingIds = new Set(askings.map(({ asking }) => asking.id));
  const asked = event.order.filter(isAskingStop);
  const isOrder = asked.length === askings.length && asked.every((id) => askingIds.has(id));
  if (!isOrder || new Set(event.order).size < event.order.length)
    wrong('event.order', 'The running order does not name each asking, and each comparison in it, once.');
  for (const id of [...comparedQuestions(event.order), ...(stage.questionId ? [stage.questionId] : [])])
    if (!questions.some((question) => question.id === id))
      wrong('event.order', 'A question that is compared is not in the file.');
  if (stage.askingId !== null && !askingIds.has(stage.askingId)) wrong('stage.askingId', 'No such asking.');
  if (new Set(questions.map(({ id }) => id)).size < questions.length)
    wrong('questions', 'A question stands here twice.');
  const open = askings.filter(({ asking }) => asking.state === 'open');
  const mostOpen = event.setUp.pace === 'self' ? askings.length : 1;
  if (open.length > (event.state === 'live' ? mostOpen : 0))
    wrong('askings', 'More askings are open than the event allows.');
  askings.forEach(({ asking }, index) => {
    const path = `askings.${index}`;
    const question = questions.find(({ id }) => id === asking.questionId);
    const isAsked = question?.versions.some(({ version }) => version === asking.questionVersion) ?? false;
    if (asking.eventId !== event.id) wrong(`${path}.eventId`, 'It belongs to another event.');
    if (!isAsked) wrong(`${path}.questionId`, 'Its question, or the version asked, is not in the file.');
    if ((asking.state === 'waiting') !== (asking.number === null))
      wrong(`${path}.number`, 'It has a number once it was open, not before.');
    if ((asking.state === 'waiting') !== (asking.openedAt === null))
      wrong(`${path}.openedAt`, 'It has a time of opening once it was open, not before.');
    if ((asking.state === 'closed') !== (asking.closedAt !== null))
      wrong(`${path}.closedAt`, 'It has a time of closing while it is closed.');
  });
  errors.push(...wrongWithHands({ askings, questions }));
  return errors.length > 0 ? errors : wrongBallots({ askings, questions, voters, ballots });
}

function wrongWithHands({ askings, questions }: Pick<ImportRows, 'askings' | 'questions'>): FieldError[] {
  return askings.flatMap(({ asking }, index) => {
    const { hands, state, questionVersion } = asking;
    const question = questions.find(({ id }) => id === asking.questionId);
    const isThere = question?.versions.some(({ version }) => version === questionVersion);
    if (!hands || !question || !isThere) return [];
    const path = `askings.${index}.hands`;
    const spec = specOf(question, questionVersion);
    if (!takesHands(spec) || state !== 'closed')
      return [{ path, message: 'Hands answer a choice, and with them it is closed.' }];
    return wrongHands(spec, hands).map(({ path: at, message }) => ({ path: `${path}.${at}`, message }));
  });
}

function wrongBallots({
  askings,
  questions,
  voters,
  ballots,
}: Pick<ImportRows, 'askings' | 'questions' | 'voters' | 'ballots'>): FieldError[] {
  const known = new Set(voters);
  const cast = new Set<string>();
  const specs = new Map(
    askings.flatMap(({ asking }) => {
      const question = questions.find(({ id }) => id === asking.questionId);
      return question && asking.state !== 'waiting' && !asking.hands
        ? [[asking.id, specOf(question, asking.questionVersion)] as const]
        : [];
    }),
  );
  return ballots.flatMap((ballot, index) => {
    const spec = specs.get(ballot.askingId);
    const path = `ballots.${index}`;
    const key = `${ballot.askingId} ${ballot.voter}`;
    if (!spec) return [{ path: `${path}.askingId`, message: 'No asking of that id was ever open.' }];
    if (!known.has(ballot.voter)) return [{ path: `${path}.voter`, message: 'No such voter.' }];
    if (cast.has(key)) return [{ path, message: 'This voter has a ballot for this asking already.' }];
    cast.add(key);
    const type = questionType(spec.type);
    const answer = type.answer.safeParse(ballot.answer);
    const refusals = answer.success
      ? type.refuses(spec, answer.data)
      : [{ path: '', message: 'That answer does not fit the question.' }];
    return refusals.slice(0, 1).map(({ message }) => ({ path: `${path}.answer`, message }));
  });
}

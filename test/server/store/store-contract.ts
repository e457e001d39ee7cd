import { describe } from 'vitest';
import { describeTickets } from './contract/tickets.ts';
import type { Store } from '../../../server/store/store.ts';
import { describeAlignments } from './contract/alignments.ts';
import { describeBallots } from './contract/ballots.ts';
import { describeCrossedAnswers } from './contract/crossed-answers.ts';
import { describeDataPoints } from './contract/data-points.ts';
import { describeErasing } from './contract/erasing.ts';
import { describeEvents } from './contract/events.ts';
import { describeImporting } from './contract/importing.ts';
import { describePeople } from './contract/people.ts';
import { describePictures } from './contract/pictures.ts';
import { describePosts } from './contract/posts.ts';
import { describeQuestions } from './contract/questions.ts';

/** What every store promises, whatever its engine. `open` gives an empty one each time. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, { timeout: 30_000 }, () => {
    describeEvents(open);
    describeErasing(open);
    describeQuestions(open);
    describeDataPoints(open);
    describeAlignments(open);
    describeBallots(open);
    describeCrossedAnswers(open);
    describePosts(open);
    describePictures(open);
    describePeople(open);
    describeTickets(open);
    describeImporting(open);
  });
}

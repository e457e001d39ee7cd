import { mayRetry, type Result } from '../../shared/result.ts';
import { backoff } from './backoff.ts';
import { joinEvent, type Joined } from './join-event.ts';
import { PhoneLine } from './phone-line.ts';
import { between, seeded, type Random } from './random.ts';
import type { Room } from './room.ts';
import { away, DROPS } from './timing.ts';
import { Voter, type Hand } from './voter.ts';

/** One simulated phone: joins, keeps its line, drops once if it is one of those, and has a voter. */
export class Phone {
  readonly #number: number;
  readonly #luck: Random;
  readonly #mind: Random;
  readonly #room: Room;
  #voter: Voter | undefined;
  #line: PhoneLine | undefined;
  #timer: NodeJS.Timeout | undefined;
  #dropTimer: NodeJS.Timeout | undefined;
  #isOver = false;
  /** Drops with its first ballot on the way, so that it cannot know whether that arrived. */
  #dropsWhileVoting = false;

  constructor(number: number, seed: number, room: Room) {
    const luck = seeded(seed, 'luck', number);
    this.#number = number;
    this.#luck = luck;
    this.#mind = seeded(seed, 'mind', number);
    this.#room = room;
    const drops = luck() < DROPS;
    this.#dropsWhileVoting = drops && luck() < 0.5;
    if (drops && !this.#dropsWhileVoting)
      this.#dropTimer = setTimeout(() => this.#drop(), between(luck, 0.2, 0.8) * room.stayMs);
  }

  /** Joins after `ms`. */
  joinIn(ms: number): void {
    this.#timer = setTimeout(() => void this.join(), ms);
  }

  /** Asks to be let in, and goes on asking while there is no answer or "later". Resolves with the first answer. */
  async join(triesBefore = 0): Promise<Result<Joined> | undefined> {
    const answer = await joinEvent(this.#room.url, this.#room.code, this.#room.agent);
    if (this.#isOver) return answer;
    if (answer?.ok) this.#enter(answer.value);
    else if (answer && !mayRetry(answer.error.code)) this.#room.figures.gaveUp(answer.error.code);
    else this.#joinAgain(triesBefore);
    return answer;
  }

  /** No new ballots from here on; answers to those that are on the wire are still taken. */
  stop(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#dropTimer);
    this.#voter?.stop();
  }

  get isWaitingForAnswer(): boolean {
    return this.#voter?.isWaitingForAnswer ?? false;
  }

  leave(): void {
    this.stop();
    this.#line?.close();
  }

  #joinAgain(triesBefore: number): void {
    const pause = backoff(triesBefore, this.#luck);
    this.#timer = setTimeout(() => void this.join(triesBefore + 1), pause);
  }

  #enter(joined: Joined): void {
    const { url, figures } = this.#room;
    figures.add('joined');
    const line = new PhoneLine(url, joined, this.#luck, {
      isUp: (isAgain) => {
        figures.add('connected');
        if (isAgain) figures.add('cameBack');
      },
      isDown: () => figures.add('connected', -1),
      snapshot: (snapshot) => voter.takeSnapshot(snapshot),
      state: (state) => voter.take(state),
      refused: ({ code }) => figures.gaveUp(code),
    });
    const voter = new Voter(
      { mind: this.#mind, luck: this.#luck },
      this.#room,
      this.#handWith(line, joined.token),
    );
    this.#line = line;
    this.#voter = voter;
  }

  #handWith(line: PhoneLine, voterToken: string): Hand {
    return {
      get isUp() {
        return line.isUp;
      },
      cast: (ballot) => line.cast(ballot),
      tapped: () => {
        if (this.#dropsWhileVoting) this.#drop();
        this.#dropsWhileVoting = false;
      },
      acknowledged: (ballot, { castAt }) =>
        this.#room.acknowledged({ ...ballot, phone: this.#number, voterToken, castAt }),
    };
  }

  #drop(): void {
    if (!this.#line?.isUp) return;
    this.#room.figures.add('dropped');
    this.#line.drop(away(this.#room.pace, this.#luck));
  }
}

import type { Option } from '../question.ts';
import { pickWeighted } from './pretend.ts';
import type { PretendMind } from './question-type.ts';

/** Into so many parts people think when they share. */
const PARTS = 20;

/**
 * A total shared over options as somebody might: in round parts, most for what they lean to, each mind otherwise. What
 * is left of a total that has no such parts goes to one option.
 */
export function pretendShares(
  options: readonly Option[],
  total: number,
  { leans, random }: PretendMind,
): Record<string, number> {
  const part = Math.max(1, Math.floor(total / PARTS));
  // Weights drawn from an exponential of each lean: one mind gives half to one option, another a little to all.
  const weights = options.map((_, at) => -Math.log(1 - random()) * (LEAST + (leans[at] ?? 0)));
  const shares: Record<string, number> = {};
  for (let left = total; left > 0; left -= part) {
    const id = pickWeighted(options, weights, random)?.id ?? options[0]?.id ?? '';
    shares[id] = (shares[id] ?? 0) + Math.min(part, left);
  }
  return shares;
}

const LEAST = 0.02;

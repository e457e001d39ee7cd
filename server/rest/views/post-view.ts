import * as z from 'zod/mini';
import type { PostOnWall, PostState } from '../../../shared/posts.ts';
import { iso } from '../../times.ts';

export const postSchema = z.object({
  id: z.string(),
  text: z.string(),
  name: z.nullable(z.string()),
  state: z.enum(['waiting', 'shown', 'hidden']),
  pinned: z.boolean(),
  answered: z.boolean(),
  backings: z.int(),
  createdAt: z.string(),
});

export const postPageSchema = z.object({
  items: z.array(postSchema),
  cursor: z.nullable(z.string()),
  /** Of what the room sees. */
  total: z.int(),
  /** Only for a voter: all that this one asked, and the ids of those it backs. */
  mine: z.optional(z.array(postSchema)),
  backed: z.optional(z.array(z.string())),
  /** Only for those who read the event. */
  counts: z.optional(z.object({ waiting: z.int(), shown: z.int(), hidden: z.int(), answered: z.int() })),
});

/** A post as REST gives it; never who asked it, nor who backs it. What has no state is on the wall. */
export function postView(post: PostOnWall & { state?: PostState }): z.infer<typeof postSchema> {
  const { id, text, name, state = 'shown', isPinned, isAnswered, backings, createdAt } = post;
  return {
    id,
    text,
    name,
    state,
    pinned: isPinned,
    answered: isAnswered,
    backings,
    createdAt: iso(createdAt),
  };
}

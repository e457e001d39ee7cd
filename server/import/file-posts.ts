import * as z from 'zod/mini';
import { isPlainText, NOT_PLAIN } from '../../shared/plain-text.ts';
import { MOST_NAME_LETTERS, MOST_POST_LETTERS, type Post } from '../../shared/posts.ts';
import type { FieldError } from '../../shared/result.ts';
import type { ImportRows, StoredPost } from '../store/store.ts';
import { id, time, whole } from './file-fields.ts';

const written = (most: number) =>
  z.string().check(z.minLength(1), z.maxLength(most), z.refine(isPlainText, NOT_PLAIN));

/** A post of the wall as a file has it: with those who back it, by number. */
export const postInFile = z.strictObject({
  id,
  eventId: id,
  voter: whole,
  text: written(MOST_POST_LETTERS),
  name: z.nullable(written(MOST_NAME_LETTERS)),
  state: z.enum(['waiting', 'shown', 'hidden']),
  isPinned: z.boolean(),
  answeredAt: z.nullable(time),
  createdAt: time,
  backers: z.array(whole),
});

/** Ids are opaque: that they have the right shape is all there is to know of them. */
export function postsOf({ posts }: { posts: z.infer<typeof postInFile>[] }): StoredPost[] {
  return posts.map(({ backers, ...post }) => ({
    post: post as Post,
    backers: backers.toSorted((a, b) => a - b),
  }));
}

/** What does not hang together: each post is of this event, asked and backed by voters of the file, each once. */
export function wrongPosts({
  event,
  stage,
  posts,
  voters,
}: Pick<ImportRows, 'event' | 'stage' | 'posts' | 'voters'>): FieldError[] {
  const known = new Set(voters);
  const seen = new Set<string>();
  const errors = posts.flatMap(({ post, backers }, index): FieldError[] => {
    const wrong = (path: string, message: string) => [{ path: `posts.${index}.${path}`, message }];
    if (seen.has(post.id)) return wrong('id', 'A post stands here twice.');
    seen.add(post.id);
    if (post.eventId !== event.id) return wrong('eventId', 'It belongs to another event.');
    if (!known.has(post.voter)) return wrong('voter', 'No such voter.');
    if (!backers.every((voter) => known.has(voter))) return wrong('backers', 'No such voter.');
    if (backers.includes(post.voter)) return wrong('backers', 'Nobody backs a post of their own.');
    if (new Set(backers).size < backers.length) return wrong('backers', 'A voter backs a post once.');
    return [];
  });
  const isStaged = stage.postId === null || seen.has(stage.postId);
  return isStaged ? errors : [...errors, { path: 'stage.postId', message: 'No such post.' }];
}

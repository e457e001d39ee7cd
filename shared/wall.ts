import type { WallSetUp } from './event-set-up.ts';
import type { PostId } from './ids.ts';
import type { PostOnWall, PostWithState } from './posts.ts';
import type { PostOrder } from './post-order.ts';

/** The wall as it travels to phones, screens and those who run the event. */

/** How the wall stands for phones. */
export interface WallOnPhones extends Pick<WallSetUp, 'isOpen' | 'names' | 'isModerated'> {
  /** The screen shows it. */
  isOnStage: boolean;
  /** The one that stands large there. */
  postId: PostId | null;
}

/** So many posts travel at once; the rest is asked for page by page. */
export const POSTS_A_PAGE = 50;

export interface PostPage {
  posts: PostOnWall[];
  /** Pass it as `after` for what follows; null at the end. */
  next: string | null;
}

/** The first page of the wall in an order. */
export interface WallPage extends PostPage {
  /** The highest wins. */
  version: number;
  order: PostOrder;
  /** All that are shown. */
  total: number;
}

/** What only this phone is told: what it asked, oldest first, and which posts it backs. */
export interface MyPosts {
  mine: PostWithState[];
  backed: PostId[];
}

/** The wall as screen, remote and console have it: the most backed, and whichever stands large. */
export interface WallDesk extends Pick<WallPage, 'posts' | 'total' | 'version'> {
  /** How many phones asked what is shown. */
  askers: number;
  staged: PostOnWall | null;
  /** Only to those who may read the event. */
  queue: WallQueue | null;
}

/** What waits to be read, oldest first, as far as one page goes. */
export interface WallQueue {
  waiting: PostWithState[];
  /** How many there are of each. */
  counts: { waiting: number; shown: number; hidden: number; answered: number };
}

import type { WallOnPhones } from '../../shared/wall.ts';
import type { LiveEventHost } from '../live-event-host.ts';

/** [PW9] The wall as phones find it: while it is open, and, to read only, while the screen shows it. */
export function wallOnPhones({ event, stage }: LiveEventHost): WallOnPhones | null {
  const { isOpen, names, isModerated } = event.setUp.wall;
  const isOnStage = stage.view === 'wall';
  if (event.state === 'ended' || (!isOpen && !isOnStage)) return null;
  return { isOpen, names, isModerated, isOnStage, postId: isOnStage ? stage.postId : null };
}

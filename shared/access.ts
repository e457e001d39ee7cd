/** What a person is on this machine. *Members* see only the events they were given a part in. */
export type UserRole = 'owner' | 'organiser' | 'member';

/** What a member is in one event. */
export type EventRole = 'presenter' | 'viewer';

/** What a token of one event may do: look, press the clicker's keys, or run the event as its presenter. */
export type ScreenMay = 'watch' | 'step' | 'present';

/** What can be asked for in one event, from least to most. */
export type EventRight = 'watch' | 'step' | 'read' | 'run' | 'organise';

const RIGHTS: Record<ScreenMay | EventRole | Exclude<UserRole, 'member'>, readonly EventRight[]> = {
  watch: ['watch'],
  step: ['watch', 'step'],
  present: ['watch', 'step', 'read', 'run'],
  viewer: ['watch', 'read'],
  presenter: ['watch', 'step', 'read', 'run'],
  organiser: ['watch', 'step', 'read', 'run', 'organise'],
  owner: ['watch', 'step', 'read', 'run', 'organise'],
};

/** [AC1] Whether a role or a token's grant carries a right in its event. */
export function mayIn(grant: keyof typeof RIGHTS, right: EventRight): boolean {
  return RIGHTS[grant].includes(right);
}

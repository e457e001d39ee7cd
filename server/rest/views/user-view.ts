import * as z from 'zod/mini';
import type { User } from '../../store/store.ts';

export const userSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['owner', 'organiser', 'member']),
  hasPassword: z.boolean(),
});

export function userView({ id, name, role, hasPassword }: User): z.infer<typeof userSchema> {
  return { id, name, role, hasPassword };
}

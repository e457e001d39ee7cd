import { countOf } from '../../../shared/count-words.ts';
import type { TicketCounts } from '../../../shared/tickets.ts';

/** What became of the tickets, a phrase each. */
export function ticketWords({ made, used, unused, refused, duplicates }: TicketCounts): string[] {
  if (made === 0) return ['No tickets yet'];
  return [
    `${countOf(made, 'ticket')}: ${used} used, ${unused} unused`,
    ...(refused > 0 ? [`${countOf(refused, 'try', 'tries')} refused`] : []),
    ...(duplicates > 0 ? [`${countOf(duplicates, 'ticket')} on two phones at once`] : []),
  ];
}

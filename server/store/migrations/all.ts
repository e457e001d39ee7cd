import { firstTables } from './0001-first-tables.ts';
import { dataPoints } from './0002-data-points.ts';
import { askingAndTelling } from './0003-asking-and-telling.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. A new one gets the next number and a line here. */
export const MIGRATIONS: readonly Migration[] = [firstTables, dataPoints, askingAndTelling];

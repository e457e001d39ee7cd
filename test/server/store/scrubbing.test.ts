import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openForWriting } from '../../../server/store/sqlite/connection.ts';
import { Scrubbing } from '../../../server/store/sqlite/scrubbing.ts';
import { tempFolder } from './temp-folder.ts';

function scrubbing(): Scrubbing {
  const db = openForWriting(join(tempFolder(), 'test.db'));
  db.exec('CREATE TABLE settings (name TEXT, value TEXT)');
  return new Scrubbing(db, 0);
}

test('does nothing when nothing was erased', () => {
  expect(scrubbing().tick(100_000)).toBe(false);
});

test('waits for two quiet seconds, once for all erasures', () => {
  const scrub = scrubbing();
  scrub.erased(1000);
  scrub.voted(1500);
  scrub.erased(2000);
  expect(scrub.tick(3499)).toBe(false);
  expect(scrub.tick(3500)).toBe(true);
  expect(scrub.tick(9000)).toBe(false);
});

test('waits no longer than half a minute', () => {
  const scrub = scrubbing();
  scrub.erased(0);
  for (let now = 0; now < 30_000; now += 1000) {
    scrub.voted(now);
    expect(scrub.tick(now)).toBe(false);
  }
  scrub.voted(30_000);
  expect(scrub.tick(30_000)).toBe(true);
});

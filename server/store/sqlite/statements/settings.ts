import type { Database } from 'better-sqlite3';
import type { SettingStore } from '../../store.ts';
import type { Sync } from './sync.ts';

export function settingReads(db: Database): Pick<Sync<SettingStore>, 'get'> {
  const get = db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck();
  return { get: (name) => get.get(name) };
}

export function settingWrites(db: Database): Pick<Sync<SettingStore>, 'put' | 'putOnce'> {
  const put = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const putOnce = db.prepare(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
  );
  const { get } = settingReads(db);
  return {
    put: (name, value) => void put.run(name, value),
    putOnce(name, value) {
      putOnce.run(name, value);
      return get(name) ?? value;
    },
  };
}

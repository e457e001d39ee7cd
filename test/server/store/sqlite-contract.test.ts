import { openSqliteStore } from '../../../server/store/sqlite/open-sqlite-store.ts';
import { describeStore } from './store-contract.ts';
import { tempFolder } from './temp-folder.ts';

describeStore('SQLite', () => openSqliteStore({ folder: tempFolder() }));

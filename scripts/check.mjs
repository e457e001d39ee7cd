import { join } from 'node:path';
import { runChecks } from './checks.mjs';

const { failed } = await runChecks(join(import.meta.dirname, '..'));
process.exit(failed === 0 ? 0 : 1);

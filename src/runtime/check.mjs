// npm run check: types, lint, docs.
import { ensureInstalled, requireNode } from './bootstrap.mjs';

requireNode();
await ensureInstalled();
const { runChecks } = await import('./checks.mjs');
process.exit((await runChecks()) === 0 ? 0 : 1);

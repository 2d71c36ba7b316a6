// npm start: node src/runtime/start.mjs
import { prepare } from './bootstrap.mjs';

await prepare();
// In this very process, so that a signal to it reaches Titian, and its end is Titian's end.
await import('../../dist/src/runtime/main.js');

#!/usr/bin/env node
// The command-line tool, from any folder: titian <command>. Preparing goes to stderr, as stdout is the tool's.
import { prepare } from './bootstrap.mjs';

await prepare({ quiet: true });
await import('../../dist/src/cli/main.js');

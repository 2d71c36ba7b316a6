/**
 * The page that checks certificates: one file with the keys and the newest status lists inside, so that it
 * works where no network reaches. Its policy lets it run its own script and style, and load nothing.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../ledger/package-root.ts';
import type { PublicKey } from './signing-keys.ts';

export interface KnownToPage {
  readonly publicUrl: string;
  readonly keys: readonly PublicKey[];
  /** Signed status lists of both purposes. */
  readonly lists: readonly string[];
}

export interface VerifyPage {
  html(known: KnownToPage): string;
  readonly contentSecurityPolicy: string;
  /** The service worker that keeps the page for the time without a network. */
  readonly worker: string;
}

export function openVerifyPage(): VerifyPage {
  const read = (name: string): string =>
    readFileSync(join(findPackageRoot(), 'src', 'credentials', 'offline-page', name), 'utf8');
  const style = read('page.css');
  // One script: what the page imports stands before it.
  const script = `${read('checker.mjs')}\n${read('page.mjs').replace(/^import .*$/m, '')}`;
  const frame = read('page.html');
  const fill = (html: string, mark: string, text: string): string => html.replace(mark, () => text);
  const filled = fill(fill(frame, '/*style*/', style), '/*script*/', script);
  return {
    html: (known) => fill(filled, '"KNOWN"', JSON.stringify(known).replaceAll('<', '\\u003c')),
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src '${hashOf(script)}'`,
      `style-src '${hashOf(style)}'`,
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    worker: read('worker.mjs'),
  };
}

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Style, scripts and pictures of the console: built files, read once, named by their content and kept by browsers. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Asset {
  readonly bytes: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
  readonly contentType: string;
}

export interface Assets {
  /** `/assets/<hash>/<name>`; of a name that is not there the address leads nowhere. */
  addressOf(name: string): string;
  find(hash: string, name: string): Asset | undefined;
  /** By name alone, for files that must keep one address (a service worker, a manifest). */
  named(name: string): Asset | undefined;
}

const TYPES: { readonly [extension: string]: string } = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json',
};

const HASH_LENGTH = 12;

/** @param folders built console folders; a later one wins. */
export function readAssets(...folders: readonly string[]): Assets {
  const found = new Map<string, { readonly hash: string; readonly asset: Asset }>();
  for (const folder of folders.filter((one) => existsSync(one))) {
    for (const name of readdirSync(folder)) {
      const contentType = TYPES[name.split('.').at(-1) ?? ''];
      if (contentType === undefined) continue;
      const bytes = readFileSync(join(folder, name));
      const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
      const asset = { bytes, brotli: brotliCompressSync(bytes), gzip: gzipSync(bytes), contentType };
      found.set(name, { hash, asset });
    }
  }
  return {
    addressOf: (name) => `/assets/${found.get(name)?.hash ?? 'none'}/${name}`,
    find(hash, name) {
      const one = found.get(name);
      return one?.hash === hash ? one.asset : undefined;
    },
    named: (name) => found.get(name)?.asset,
  };
}

/**
 * What the log's key signed last, in a file beside the key and not in the database: a database that was put back
 * to an older state does not take it along, and is found out.
 */
import { readFile } from 'node:fs/promises';
import { SigningRefused } from './signing-refused.ts';

export interface SignedTree {
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

/**
 * @returns undefined where nothing was ever signed, as far as the file knows.
 * @throws SigningRefused for a file that is damaged.
 */
export async function readSignedTree(file: string, origin: string): Promise<SignedTree | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [writtenOrigin, size = '', root = '', end] = text.split('\n');
  if (writtenOrigin !== origin || !/^\d{1,15}$/.test(size) || !/^[0-9a-f]{64}$/.test(root) || end !== '')
    throw new SigningRefused(
      `${file} does not say what the key of ${origin} signed last: put it back as it was`,
    );
  return { size: Number(size), root: Buffer.from(root, 'hex') };
}

/** @see readSignedTree */
export const signedTreeText = (origin: string, { size, root }: SignedTree): string =>
  `${origin}\n${size}\n${root.toString('hex')}\n`;

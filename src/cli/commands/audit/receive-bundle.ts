/** A bundle on its way to a file: whole, or no file at all. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { CommandFailed } from '../../client.ts';

/** Where the server says how many streams will come. */
const STREAMS_HEADER = 'titian-bundle-streams';
/** In a line's texts the quotes are escaped: only a stream's own line has this. */
const STREAM_LINE = '"type":"stream"';

export interface Received {
  readonly streams: number;
  readonly lines: number;
  readonly bytes: number;
}

export type ReceivedSoFar = Pick<Received, 'streams' | 'bytes'> & { readonly streamsInAll: number };

/**
 * Writes beside `file` and takes its name only when the last line fits all before it.
 *
 * @throws CommandFailed where the file is there already, or what came is not complete.
 */
export async function receiveBundle(
  ask: () => Promise<Response>,
  file: string,
  onProgress: (progress: ReceivedSoFar) => void,
): Promise<Received> {
  if (existsSync(file)) throw new CommandFailed(`${file} is there already, and is not written over.`);
  const partial = `${file}.part`;
  const handle = await open(partial, 'wx').catch(() => {
    throw new CommandFailed(`${partial} cannot be made: another export may be writing it.`);
  });
  try {
    const received = await writeAll(await ask(), handle, onProgress);
    await handle.sync();
    await handle.close();
    if (existsSync(file)) throw new CommandFailed(`${file} came to be meanwhile, and is not written over.`);
    await rename(partial, file);
    return received;
  } catch (error) {
    await handle.close();
    await rm(partial, { force: true });
    throw error;
  }
}

async function writeAll(
  response: Response,
  handle: FileHandle,
  onProgress: (progress: ReceivedSoFar) => void,
): Promise<Received> {
  const streamsInAll = Number(response.headers.get(STREAMS_HEADER) ?? 0);
  const hash = createHash('sha256');
  let [lines, streams, bytes] = [0, 0, 0];
  // The last line, as far as it has come: it is not among those that it counts.
  let last: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of response.body ?? []) {
      await handle.writeFile(chunk);
      bytes += chunk.length;
      last = Buffer.concat([last, chunk]);
      const begin = last.lastIndexOf('\n', -2) + 1;
      const whole = last.subarray(0, begin);
      hash.update(whole);
      lines += countOf(whole, '\n');
      streams += countOf(whole, STREAM_LINE);
      last = last.subarray(begin);
      onProgress({ streams, streamsInAll, bytes });
    }
  } catch (error) {
    throw incomplete(lines, error);
  }
  if (last.toString('utf8').startsWith(`{"lines":${lines},"sha256":"${hash.digest('hex')}","signature":`))
    return { streams, lines: lines + 1, bytes };
  throw incomplete(lines);
}

function countOf(text: Buffer, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1;
  return count;
}

const incomplete = (lines: number, cause?: unknown): CommandFailed => {
  const why = cause instanceof CommandFailed ? ` ${cause.message}` : '';
  return new CommandFailed(`The bundle broke off after ${lines} lines; nothing was kept. Ask again.${why}`);
};

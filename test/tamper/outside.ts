/** "Intact" means that those outside vouch as the trust policy demands: losing one of them is not silent. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asOwner } from './as-owner.ts';
import { onCopy, record } from './on-copy.ts';

/** A witness's address at which something else answers. */
async function insteadOf<T>(
  answer: (to: ServerResponse) => void,
  work: (policy: string) => Promise<T>,
): Promise<T> {
  const server: Server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await work(record.policy.replace(record.witnesses[0]!.url, `http://127.0.0.1:${port}`));
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const nothing = (to: ServerResponse): void => void to.writeHead(404).end();

describe('a witness', () => {
  it('that has forgotten what it cosigned', () =>
    insteadOf(nothing, (policy) =>
      onCopy(async (copy) => {
        expect(await copy.findings({ policy, askWitnesses: true })).toEqual([
          'EVIDENCE_MISSING: witness w1 says that it knows nothing of this log, and 2 of its cosignatures are here: ' +
            'it lost its memory, or another answers in its place',
        ]);
      }),
    ));

  it('that never cosigned is missing', () =>
    insteadOf(nothing, (policy) =>
      onCopy(async (copy) => {
        await asOwner(copy.pool, 'DELETE FROM seal.cosignature');
        const { outcome, unfinished } = await copy.verify({ policy, askWitnesses: true });
        expect([outcome, unfinished]).toEqual([
          'unfinished',
          [
            'witness w1 could not be heard: it has not cosigned anything of this log yet',
            'no checkpoint is cosigned as the trust policy demands: nobody outside vouches',
          ],
        ]);
      }),
    ));

  it('that answers without end is not heard to the end', () =>
    insteadOf(
      (to) => {
        const more = (): void => {
          while (to.write('x'.repeat(60_000)));
        };
        to.on('drain', more);
        more();
      },
      (policy) =>
        onCopy(async (copy) => {
          const { unfinished } = await copy.verify({ policy, askWitnesses: true });
          expect(unfinished).toEqual(['witness w1 could not be heard: its answer is too long']);
        }),
    ));
});

it('the signer’s memory that is gone', () =>
  onCopy(async (copy) => {
    const signedTreeFile = join(record.folder, 'nowhere');
    const { outcome, unfinished } = await copy.verify({ signedTreeFile });
    expect([outcome, unfinished]).toEqual([
      'unfinished',
      [
        `the memory of the log’s own signer, ${signedTreeFile}, is gone, and it signed the 2 checkpoints that are here`,
      ],
    ]);
  }));

/** What a route answers about a paper, and how a repeated request finds what the first one made. */
import { z } from 'zod';
import type { VerifiedActor } from '../access/reach.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { PAPER_KINDS } from '../papers/paper.ts';
import type { PaperStore, StoredPaper } from '../papers/store.ts';
import { clientCommandId } from './client-command-id.ts';
import { requestRefused } from './problem.ts';

export const paperSchema = z.object({
  paperId: z.string(),
  kind: z.enum(PAPER_KINDS),
  subject: z.string(),
  version: z.int().nullable().describe('Null where the role sees one part of a journey alone'),
  number: z.string(),
  datedOn: z.string(),
  sha256: z.string(),
  attachedVersion: z.int().nullable(),
  href: z.string(),
});

/** @param onePart whether the reader sees one part of the journey alone: its versions would tell of the rest. */
export const paperView = (paper: StoredPaper, onePart: boolean): object => {
  const { paperId, kind, subject, version, number, datedOn, sha256, attachedVersion } = paper;
  return {
    ...{ paperId, kind, subject, number, datedOn, sha256 },
    ...(onePart ? { version: null, attachedVersion: null } : { version, attachedVersion }),
    href: `/api/v1/papers/${paperId}.pdf`,
  };
};

/** What this key made the first time: asked again, nothing is made twice. */
export async function madeBefore(
  ledger: Pick<Ledger, 'findDecision' | 'readStream'>,
  store: PaperStore,
  actor: VerifiedActor,
  attachKey: string,
  stream: string,
): Promise<StoredPaper | undefined> {
  const decision = await ledger.findDecision(clientCommandId(actor, attachKey));
  if (decision?.outcome !== 'accepted' || decision.firstVersion === undefined) return undefined;
  if (decision.stream !== stream) throw requestRefused('COMMAND_ID_REUSED', {});
  const [event] = await ledger.readStream(stream, {
    afterVersion: decision.firstVersion - 1,
    upTo: decision.firstVersion,
  });
  const { hash } = (event?.data ?? {}) as { hash?: string };
  const paper = hash === undefined ? undefined : await store.findByHash(stream, hash);
  if (paper === undefined) return undefined;
  // The first answer may have been lost before this was noted.
  await store.attach(paper.paperId, decision.firstVersion);
  return { ...paper, attachedVersion: paper.attachedVersion ?? decision.firstVersion };
}

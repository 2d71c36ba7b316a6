/** The last line: how many there were, their hash, and the log's signature over both. */
import { canonicalText } from '../../ledger/record-decision.ts';
import type { SealedLog } from '../../seal/sealed-log.ts';
import type { LineTotals } from './lines.ts';

/** Under a name that is no log's, so that no bundle's end passes for a checkpoint. */
export const endText = (origin: string, { lines, sha256 }: Pick<LineTotals, 'lines' | 'sha256'>): string =>
  `${origin}/bundle\n${lines}\n${sha256}\n`;

export function canonicalEnd(log: SealedLog, { lines, sha256 }: LineTotals): string {
  const signature = log.sign(endText(log.origin, { lines, sha256 }));
  return `${canonicalText({ type: 'end', lines, sha256, signature })}\n`;
}

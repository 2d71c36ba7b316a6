/** The whole body of one command, as it is sent: API and forms are judged by the same shape. */
import { z } from 'zod';
import type { CatalogueEntry } from './entry.ts';
import { localDateTime, sourceDocument, zone } from './fields.ts';

export const occurredAt = z
  .strictObject({ local: localDateTime, zone })
  .describe('When it happened, on the clock of the place; absent = now');

const PAPER = {
  required: 'The paper it rests on; without it the command is refused',
  usual: 'The paper it rests on',
  optional: 'A paper, where there is one',
} as const;

/** The whole body of one command, made from its catalogue entry. */
export const commandBody = (entry: CatalogueEntry) =>
  z.strictObject({
    data: entry.data,
    document: sourceDocument.exactOptional().describe(PAPER[entry.document]),
    occurredAt: occurredAt.exactOptional(),
  });

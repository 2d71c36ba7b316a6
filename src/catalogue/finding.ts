/** Commands of a finding, as a client sends them. */
import { z } from 'zod';
import { FINDING_KINDS, FINDING_OUTCOMES, type FindingCommands } from '../domain/finding/commands.ts';
import { entityCommand, officeFact } from './entry.ts';
import { code, eventVersion, sensitiveText, wholeNumber } from './fields.ts';

const findingCommand = entityCommand<FindingCommands>();

/** Of things that an audit looks at; an opaque id follows. */
const subjectStream = z
  .string()
  .regex(/^(?:journey|class|certificate|permit|register)\/[A-Za-z0-9._/-]{1,150}$/, 'not a stream')
  .meta({ example: 'class/las-1' });

export const findingCommands = {
  'open-finding': findingCommand('finding', 'open-finding', {
    title: { id: 'Buka temuan', en: 'Open a finding' },
    sealed: { text: 'case' },
    policies: ['finding_answer_days'],
    facts: ({ office }) => [officeFact(office)],
    data: z.strictObject({
      subjectStream,
      eventVersion: eventVersion.exactOptional(),
      decisionSequence: wholeNumber(1, 1_000_000).exactOptional(),
      list: code.exactOptional().describe('Integrity list in which it stood'),
      kind: z.enum(FINDING_KINDS),
      text: sensitiveText,
      office: code.describe('Office that answers'),
    }),
  }),
  'answer-finding': findingCommand('finding', 'answer-finding', {
    title: { id: 'Jawab temuan', en: 'Answer a finding' },
    document: 'required',
    sealed: { text: 'case' },
    data: z.strictObject({ text: sensitiveText }),
  }),
  'close-finding': findingCommand('finding', 'close-finding', {
    title: { id: 'Tutup temuan', en: 'Close a finding' },
    document: 'usual',
    sealed: { reason: 'case' },
    data: z.strictObject({ outcome: z.enum(FINDING_OUTCOMES), reason: sensitiveText }),
  }),
} as const;

/** Shapes of answers and parameters as the OpenAPI document shows them. */
import { z } from 'zod';
import { localDate } from '../catalogue/fields.ts';
import { LONGEST_PATH_SEGMENT, PAGE_DEFAULT, PAGE_LIMIT } from './limits.ts';

const words = z.object({ id: z.string(), en: z.string() });
const parameters = z.record(z.string(), z.union([z.string(), z.number()]));
const zonedMoment = z.object({ at: z.string(), date: z.string(), zone: z.string() });

export const problemSchema = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    title: z.string(),
    detail: z.string(),
    article: z.string().nullable(),
    sentence: words,
    next: words,
    parameters,
    instance: z.string(),
    errors: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
    receipt: z.record(z.string(), z.unknown()).optional(),
  })
  .describe('RFC 9457 problem');

export const eventSchema = z.object({
  version: z.int(),
  type: z.string(),
  occurredAt: zonedMoment,
  recordedAt: z.string(),
  data: z.unknown().optional(),
});

export const acceptedSchema = z.object({
  outcome: z.literal('accepted'),
  commandId: z.string(),
  ledgerCommandId: z.string(),
  stream: z.string(),
  world: z.string(),
  personId: z.string().optional(),
  version: z
    .int()
    .nullable()
    .describe('Of the stream after it; null where the role sees one part of a journey alone'),
  receipt: z.string(),
  events: z.array(eventSchema),
  warnings: z.array(
    z.object({
      code: z.string(),
      parameters,
      article: z.string().nullable(),
      sentence: words,
      next: words,
    }),
  ),
});

/** Whatever can be said no to, in one shape. */
export const problems = {
  400: problemSchema,
  401: problemSchema,
  403: problemSchema,
  404: problemSchema,
  409: problemSchema,
  413: problemSchema,
  415: problemSchema,
  422: problemSchema,
  429: problemSchema,
  500: problemSchema,
  503: problemSchema,
  504: problemSchema,
};

export const commandHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[A-Za-z0-9._:-]{8,100}$/)
    .describe('Your command id. Ask again with the same id: it never counts twice.'),
});

const segment = z.string().min(1).max(LONGEST_PATH_SEGMENT);
/** Ids that could be in the ledger; anything else is nobody. */
export const personParameters = z.object({ personId: segment.regex(/^[A-Za-z0-9._-]+$/, 'not a person id') });
export const entityParameters = z.object({ id: segment.regex(/^[a-z0-9_-]+$/, 'not an id') });
export const commandParameters = z.object({ commandId: segment });

export const pageSize = z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT);
export const instant = z.iso.datetime({ offset: true, precision: null }).describe('An instant, ISO 8601');

export const journeyQuery = z.strictObject({
  asOf: localDate.optional().describe('Local date it happened: the state of the facts on that date'),
  knownAt: z
    .union([localDate, instant])
    .optional()
    .describe('When it was recorded: an instant, or a date for the end of that day (WIB)'),
  include: z
    .enum(['identity'])
    .optional()
    .describe('identity: who the person is, as far as the role may see'),
});

export const eventsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('Only events after this version'),
  limit: pageSize,
});

const wanted = z.object({ kind: z.string(), subject: z.string(), dueAt: zonedMoment });
const balance = z.looseObject({
  orderedMinutes: z.number().nullable().optional(),
  creditedMinutes: z.number().optional(),
  minutesLeft: z.number().nullable().optional(),
});

/** The body is that of the command; what is wrong with it is answered as the command would answer it. */
export const previewBody = z.looseObject({}).describe('The body of the command, as it would be sent');
export const previewSchema = z.object({
  wouldBe: z.literal('accepted'),
  events: z.array(eventSchema.partial().required({ type: true })),
  warnings: acceptedSchema.shape.warnings,
  deadlines: z.object({ armed: z.array(wanted), cancelled: z.array(wanted) }),
  told: z.array(z.union([z.object({ code: z.string() }), z.object({ reader: z.string() })])),
  balances: z.array(z.object({ caseId: z.string(), before: balance.nullable(), after: balance })),
});

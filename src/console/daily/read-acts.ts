/** What a phone sends when its network is back: checked like anything that comes from outside. */
import { z } from 'zod';
import { type KeptAct, MOST_ACTS } from './act.ts';

const id = z.string().regex(/^[A-Za-z0-9._-]{1,80}$/);
const reading = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/);

const keptAct = z.object({
  id: z.string().regex(/^[A-Za-z0-9._:-]{8,100}$/),
  kind: z.enum(['arrive', 'leave', 'absent', 'record', 'confirm']),
  personId: id,
  caseId: id,
  sessionId: id.exactOptional(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  at: reading.exactOptional(),
  start: reading.exactOptional(),
  end: reading.exactOptional(),
  breakMinutes: z.int().min(0).max(1_440).exactOptional(),
  account: z.string().max(80),
  sequence: z.int().min(1),
  deviceAt: z.iso.datetime(),
  offsetMs: z.number(),
  tried: z.boolean(),
});

const sending = z.object({
  account: z.string().max(80),
  deviceNow: z.iso.datetime(),
  date: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  acts: z.array(keptAct).max(MOST_ACTS),
});

export interface Sending {
  readonly account: string;
  /** The device's clock as it sends. */
  readonly deviceNow: string;
  /** Whose list the phone wants afterwards. */
  readonly date: string;
  readonly acts: readonly KeptAct[];
}

export function readSending(body: unknown): Sending | undefined {
  const parsed = sending.safeParse(body);
  return parsed.success ? parsed.data : undefined;
}

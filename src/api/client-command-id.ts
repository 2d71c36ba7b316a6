/**
 * Ids of commands that come from outside. A client chooses its own key; the ledger's id is that key in
 * a namespace of the client's own, so that nobody can take the id of a deadline, a message or another
 * actor's command, whatever they send.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../domain/decider.ts';

/** 96 bits: no two actors share a namespace. */
const NAMESPACE_LENGTH = 24;
const PERSON_ID_LENGTH = 32;

/** The header `Idempotency-Key`. */
export const idempotencyKey = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{8,100}$/, '8 to 100 letters, digits, dots, underscores, colons or dashes')
  .refine((key) => !/^(?:client|system|deadline|message|register):/i.test(key), 'starts with a reserved word')
  .refine((key) => !/:fire$/i.test(key), 'ends like the id of a deadline');

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const clientCommandId = (actor: Actor, key: string): string =>
  `client:${digest(`titian:actor:v1:${actor.id}`).slice(0, NAMESPACE_LENGTH)}:${key}`;

/**
 * A merged record refused it: for the one that goes on, the same request has an id of its own, as the relay gives
 * a message. A client's key holds no stroke, so nobody can choose such an id.
 */
export const idAfterMerge = (commandId: string, stream: string): string => `${commandId}:${stream}`;

/** Without the record that it went to in the end, which is not for everybody to know (I-8). */
export const idBeforeMerge = (commandId: string): string => commandId.replace(/:journey\/[^:/]+$/, '');

/** The client's own key in a ledger id; the id itself where another than a client made it. */
export const clientKeyOf = (commandId: string): string =>
  /^client:[0-9a-f]{24}:(.+)$/.exec(idBeforeMerge(commandId))?.[1] ?? commandId;

/** The registering command makes the person: a retry registers no second one. */
export const personIdOf = (commandId: string): string =>
  `p${digest(`titian:person:v1:${commandId}`).slice(0, PERSON_ID_LENGTH)}`;

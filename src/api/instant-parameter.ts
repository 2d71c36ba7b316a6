/** Instants as callers write them, brought to the one spelling that the ledger keeps. */
import { isLocalDate } from '../domain/time/day-number.ts';
import { isInstant } from '../domain/time/instant.ts';
import type { Instant } from '../domain/time/moment.ts';
import { endOfDay } from '../domain/time/moments.ts';
import { requestRefused } from './problem.ts';

/** @throws RequestRefused MALFORMED where it is no instant of the years 1900 to 2200. */
export function canonicalInstant(text: string, field: string): Instant {
  const milliseconds = Date.parse(text);
  const written = Number.isNaN(milliseconds) ? '' : new Date(milliseconds).toISOString();
  if (!isInstant(written)) {
    throw requestRefused('MALFORMED', { field }, { errors: [{ path: field, reason: 'not an instant' }] });
  }
  return written;
}

/** A date stands for the end of that day in the capital's zone. */
export const knownAtInstant = (text: string): Instant =>
  isLocalDate(text) ? endOfDay(text, 'WIB').at : canonicalInstant(text, 'knownAt');

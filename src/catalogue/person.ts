/** The person: registered, linked to an identity, dead. */
import { z } from 'zod';
import { journeyCommand } from './entry.ts';
import { identity, localDate, sensitiveText } from './fields.ts';

export const personCommands = {
  'register-person': journeyCommand('register-person', {
    title: { id: 'Daftarkan orang', en: 'Register a person' },
    door: 'people',
    storesIdentity: true,
    data: z.strictObject({
      identity,
      provisional: z.boolean().default(false).describe('true where no NIK is known yet (G-03)'),
    }),
  }),
  'link-identity': journeyCommand('link-identity', {
    title: { id: 'Hubungkan identitas', en: 'Link an identity' },
    storesIdentity: true,
    data: z.strictObject({ identity: identity.required({ nik: true }) }),
  }),
  'resolve-identity-warning': journeyCommand('resolve-identity-warning', {
    title: { id: 'Selesaikan peringatan identitas', en: 'Resolve an identity warning' },
    document: 'required',
    data: z.strictObject({ code: z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/, 'not a warning code') }),
  }),
  'record-death': journeyCommand('record-death', {
    title: { id: 'Catat kematian', en: 'Record a death' },
    document: 'usual',
    data: z.strictObject({ diedOn: localDate }),
  }),
  'annul-death': journeyCommand('annul-death', {
    title: { id: 'Batalkan catatan kematian', en: 'Annul a recorded death' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
} as const;

/** Sentences about the person: identity, death, papers in the record. */
import type { CommunityServiceEvents } from '../../domain/journey/events.ts';
import { about, type TemplatesOf, words } from './template.ts';

const identity = about('identity');
const keeping = about('keeping');

export const PERSON = {
  PersonRegistered: identity('Orang didaftarkan', 'The person was registered', ({ provisional }) =>
    provisional
      ? words(
          'Orang didaftarkan dengan identitas sementara',
          'The person was registered with a provisional identity',
        )
      : words('Orang didaftarkan dengan NIK', 'The person was registered with an identity number (NIK)'),
  ),
  IdentityLinked: identity('Identitas dilengkapi dengan NIK', 'An identity number (NIK) was added'),
  IdentityWarningRaised: identity(
    'Ada data identitas yang perlu diperiksa',
    'Something in the identity needs a look',
  ),
  IdentityWarningResolved: identity(
    'Data identitas selesai diperiksa',
    'The doubt about the identity was settled',
  ),
  PersonDied: identity('Kematian dicatat', 'A death was recorded', ({ diedOn }, t) =>
    words(
      `Orangnya meninggal pada ${t.date(diedOn)}; kematian dicatat`,
      `The person died on ${t.date(diedOn)}; the death was recorded`,
    ),
  ),
  DeathAnnulled: identity(
    'Catatan kematian dibatalkan karena keliru',
    'The record of a death was annulled: it was wrong',
    ({ diedOn }, t) =>
      words(
        `Catatan kematian tanggal ${t.date(diedOn)} dibatalkan karena keliru`,
        `The record of a death on ${t.date(diedOn)} was annulled: it was wrong`,
      ),
  ),
  DocumentAttached: keeping('Dokumen dilampirkan', 'A document was attached', (d, t) =>
    words(
      `Dokumen nomor ${t.text(d.number)} tanggal ${t.date(d.date)} dilampirkan`,
      `Document number ${t.text(d.number)} of ${t.date(d.date)} was attached`,
    ),
  ),
} satisfies Partial<TemplatesOf<CommunityServiceEvents>>;

/** Certificates: number, validity, where anybody checks them. Nothing here tells where the person came from. */
import { entityPath } from '../../addresses.ts';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Link, SummaryList } from '../../parts/structure.tsx';
import { Tag } from '../../parts/text.tsx';
import type { TokenRole } from '../../session/session.ts';
import { dateInWords } from '../../words/amounts.ts';
import { stageMeaning, stageWords } from '../../words/stages.ts';
import type { JourneySeen } from '../journey-view.ts';

type Names = ReadonlyMap<string, string>;

export function CertificateTab({
  journey,
  role,
  names,
  schemes,
}: {
  readonly journey: JourneySeen;
  readonly role: TokenRole;
  readonly names: Names;
  readonly schemes: Names;
}) {
  const t = useWords();
  const { language } = useRendering();
  const all = journey.assessment?.certificates ?? [];
  if (all.length === 0) {
    return (
      <Empty>
        {t({
          id: 'Belum ada sertifikat yang terlihat dari meja Anda.',
          en: 'There is no certificate that your desk can see.',
        })}
      </Empty>
    );
  }
  const on = (date: string | null): string => (date === null ? '–' : dateInWords(language, date));
  const opens = role === 'CERTIFICATION_BODY_ADMINISTRATOR' || role === 'AUDITOR';
  return (
    <>
      {all.map(
        ({
          certificateId,
          schemeId,
          certificationBody,
          number,
          status,
          since,
          issuedOn,
          validUntil,
          units,
        }) => (
          <section>
            <Heading level={2} caption={names.get(certificationBody) ?? certificationBody}>
              {schemes.get(schemeId) ?? schemeId}
            </Heading>
            <SummaryList
              rows={[
                {
                  key: t({ id: 'Keadaan', en: 'State' }),
                  value: (
                    <Tag meaning={stageMeaning('certificate', status)}>
                      {t(stageWords('certificate', status))}
                    </Tag>
                  ),
                },
                { key: t({ id: 'Nomor', en: 'Number' }), value: number },
                { key: t({ id: 'Terbit', en: 'Issued' }), value: on(issuedOn) },
                { key: t({ id: 'Berlaku sampai', en: 'Valid until' }), value: on(validUntil) },
                { key: t({ id: 'Keadaan ini sejak', en: 'In this state since' }), value: on(since) },
                { key: t({ id: 'Unit', en: 'Units' }), value: units.join(', ') },
              ]}
            />
            <ul class="titian-links titian-screen-only">
              {opens ? (
                <li>
                  <Link href={entityPath('certificate', certificateId)}>
                    {t({ id: 'Buka sertifikat dan kode QR', en: 'Open the certificate and its QR code' })}
                  </Link>
                </li>
              ) : null}
              <li>
                <Link href="/certificates/check">
                  {t({ id: 'Periksa seperti orang luar', en: 'Check it as anybody can' })}
                </Link>
              </li>
            </ul>
          </section>
        ),
      )}
    </>
  );
}

/** A candidate as employers and placement officers see one. */
import { useRendering, useWords } from '../../parts/rendering.ts';
import { SummaryList, type SummaryRow } from '../../parts/structure.tsx';
import { DateText, Tag, Text } from '../../parts/text.tsx';
import { rupiahInWords } from '../../words/amounts.ts';
import { valueWords } from '../../words/values.ts';
import { type ShownCandidate, type Skills, shortName } from './work-api.ts';

export const CandidateName = ({ token }: { readonly token: string }) => (
  <>
    <Text of={{ id: 'Calon', en: 'Candidate' }} /> {shortName(token)}
  </>
);

/** Green work is named, not only coloured. */
export const GreenTag = () => (
  <Tag meaning="done">
    <Text of={{ id: 'Pekerjaan hijau', en: 'Green job' }} />
  </Tag>
);

export function Certificates({
  candidate,
  skills,
}: {
  readonly candidate: ShownCandidate;
  readonly skills: Skills;
}) {
  if (candidate.certificates.length === 0)
    return <Text of={{ id: 'Belum ada sertifikat', en: 'No certificate yet' }} />;
  return (
    <ul class="govuk-list">
      {candidate.certificates.map(({ schemeId, status, validUntil }) => (
        <li>
          {skills.schemeTitle(schemeId)}{' '}
          {status === 'VALID' ? (
            <Tag meaning="done">
              <Text of={{ id: 'Berlaku', en: 'Valid' }} />
            </Tag>
          ) : (
            <Tag meaning="hold">
              <Text of={{ id: 'Sudah berakhir', en: 'Ended' }} />
            </Tag>
          )}{' '}
          {skills.isGreen(schemeId) ? <GreenTag /> : null}
          {validUntil === null ? null : (
            <>
              {' '}
              <Text of={{ id: 'sampai', en: 'until' }} /> <DateText date={validUntil} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Long lists of units are folded: most have ten or more. */
function Units({ codes, skills }: { readonly codes: readonly string[]; readonly skills: Skills }) {
  const t = useWords();
  if (codes.length === 0) return <Text of={{ id: 'Belum ada', en: 'None yet' }} />;
  return (
    <details>
      <summary>
        {t({ id: `${codes.length} unit kompetensi`, en: `${codes.length} units of competence` })}
      </summary>
      <ul class="govuk-list govuk-list--bullet">
        {codes.map((code) => (
          <li>
            {skills.unitTitle(code)} <span class="titian-code">{code}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function CandidateFacts({
  candidate,
  skills,
}: {
  readonly candidate: ShownCandidate;
  readonly skills: Skills;
}) {
  const t = useWords();
  const { language } = useRendering();
  const { units, regencies, sectors, availableFrom, needs, disability, wageFloorRupiah } = candidate;
  const row = (id: string, en: string, value: SummaryRow['value']): SummaryRow => ({
    key: t({ id, en }),
    value,
  });
  const codes = (field: string, values: readonly string[]) =>
    values.map((value) => valueWords(field, value)[language]).join(', ');
  const rows = [
    row('Sertifikat', 'Certificates', <Certificates candidate={candidate} skills={skills} />),
    row('Kemampuan', 'Skills', <Units codes={units} skills={skills} />),
    row('Dapat mulai', 'Available from', <DateText date={availableFrom} />),
    row('Bersedia bekerja di', 'Willing to work in', regencies.join(', ')),
    row('Bidang', 'Fields of work', codes('sectors', sectors)),
    ...(disability === true
      ? [
          row(
            'Kebutuhan di tempat kerja',
            'Needs at work',
            needs === undefined || needs.length === 0
              ? t({ id: 'Tidak ada', en: 'None' })
              : codes('needs', needs),
          ),
        ]
      : []),
    ...(wageFloorRupiah === undefined || wageFloorRupiah === null
      ? []
      : [row('Upah terendah', 'Lowest wage', rupiahInWords(wageFloorRupiah))]),
  ];
  return <SummaryList rows={rows} />;
}

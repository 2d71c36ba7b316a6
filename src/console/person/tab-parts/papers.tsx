/** Papers that were made of this record, and those that can be made now. */
import { randomUUID } from 'node:crypto';
import type { PaperKind } from '../../../papers/paper.ts';
import { personTabPath } from '../../addresses.ts';
import type { ApiAnswer, Problem } from '../../api.ts';
import { maySend } from '../../forms/flow/doors.ts';
import { Button, Form } from '../../parts/form.tsx';
import { Refusal, Unavailable } from '../../parts/problem.tsx';
import { useRendering, useWords } from '../../parts/rendering.ts';
import { Empty, Heading, Link, Success, Table } from '../../parts/structure.tsx';
import type { TokenRole } from '../../session/session.ts';
import { dateInWords } from '../../words/amounts.ts';
import type { Words } from '../../words/words.ts';
import type { JourneySeen } from '../journey-view.ts';

export interface PaperSeen {
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly subject: string;
  readonly number: string;
  readonly datedOn: string;
  readonly sha256: string;
}

export interface PapersSeen {
  readonly papers: readonly PaperSeen[];
}

export const PAPER_WORDS: { readonly [K in PaperKind]: Words } = {
  'p-48': { id: 'P-48, perintah pelaksanaan', en: 'P-48, order to execute' },
  'ba-17': { id: 'BA-17, berita acara pelaksanaan', en: 'BA-17, minutes of execution' },
  'pks-03': { id: 'PKS-03, catatan pengawasan', en: 'PKS-03, record of supervision' },
  'warning-letter': { id: 'Surat peringatan', en: 'Warning letter' },
  'referral-letter': { id: 'Surat rujukan', en: 'Referral letter' },
  'class-list': { id: 'Daftar kelas', en: 'Class list' },
  'job-seeker-card': { id: 'Kartu pencari kerja AK-1', en: 'Job seeker’s card AK-1' },
  certificate: { id: 'Sertifikat kompetensi', en: 'Certificate of competence' },
};

export interface PaperToMake {
  readonly kind: PaperKind;
  /** `caseId` or `about`, and its value. */
  readonly field: 'caseId' | 'about';
  readonly value: string;
}

/** What this desk can make of the record as it stands; the API is asked again when it does. */
function papersToMake(journey: JourneySeen, role: TokenRole): readonly PaperToMake[] {
  const ofCase = (kind: PaperKind, caseId: string): PaperToMake => ({ kind, field: 'caseId', value: caseId });
  const about = (value: string): PaperToMake => ({ kind: 'referral-letter', field: 'about', value });
  const worked = new Set(journey.sessions.map(({ caseId }) => caseId));
  return [
    ...(maySend(role, 'attach-document')
      ? journey.cases
          .filter(({ open }) => open)
          .flatMap(({ caseId, order, execution, warningLetters = 0 }) => [
            ...(order == null ? [] : [ofCase('p-48', caseId)]),
            ...(execution == null ? [] : [ofCase('ba-17', caseId)]),
            ...(worked.has(caseId) ? [ofCase('pks-03', caseId)] : []),
            ...(warningLetters > 0 ? [ofCase('warning-letter', caseId)] : []),
          ])
      : []),
    ...(maySend(role, 'note-referral-letter')
      ? [
          ...Object.values(journey.referral?.cases ?? {})
            .filter(({ stage }) => ['CONSENTED', 'ASSESSED', 'WAITING', 'ENROLLED'].includes(stage))
            .map(({ caseId }) => about(caseId)),
          ...(journey.training?.offers ?? [])
            .filter(({ answer }) => answer !== 'DECLINED')
            .map(({ offerId }) => about(offerId)),
        ]
      : []),
    ...(maySend(role, 'note-job-seeker-card') && journey.employment?.card != null
      ? [{ kind: 'job-seeker-card', field: 'caseId', value: 'c1' } as const]
      : []),
  ];
}

export function PapersTab({
  journey,
  papers,
  role,
  caseNumbers,
  made,
  refused,
}: {
  readonly journey: JourneySeen;
  readonly papers: ApiAnswer<PapersSeen>;
  readonly role: TokenRole;
  readonly caseNumbers: ReadonlyMap<string, string>;
  readonly made: boolean;
  readonly refused: Problem | undefined;
}) {
  const t = useWords();
  const { language } = useRendering();
  const base = personTabPath(journey.personId, 'papers');
  const toMake = papersToMake(journey, role);
  const several = journey.cases.length > 1;
  const aboutWords = (value: string): string => (several ? ` (${caseNumbers.get(value) ?? value})` : '');
  return (
    <>
      {made ? (
        <Success
          title={t({ id: 'Suratnya sudah dibuat dan dicatat.', en: 'The paper was made and recorded.' })}
        >
          <p class="govuk-body">
            {t({ id: 'Unduh dan tanda tangani di bawah.', en: 'Download it below and have it signed.' })}
          </p>
        </Success>
      ) : null}
      {refused === undefined ? null : <Refusal problem={refused} />}
      {papers.ok ? (
        <Table
          caption={t({ id: 'Surat yang sudah dibuat', en: 'Papers that were made' })}
          empty={t({
            id: 'Belum ada surat yang dibuat dari catatan ini.',
            en: 'No paper was made of this record yet.',
          })}
          rows={papers.body.papers}
          columns={[
            {
              head: t({ id: 'Surat', en: 'Paper' }),
              cell: ({ kind, subject }) => `${t(PAPER_WORDS[kind])}${aboutWords(subject)}`,
              names: true,
            },
            { head: t({ id: 'Nomor', en: 'Number' }), cell: ({ number }) => number },
            { head: t({ id: 'Tanggal', en: 'Date' }), cell: ({ datedOn }) => dateInWords(language, datedOn) },
            {
              head: t({ id: 'Berkas', en: 'File' }),
              cell: ({ paperId, kind }) => (
                <Link href={`${base}/${paperId}`}>
                  {t({ id: 'Unduh PDF', en: 'Download PDF' })}
                  <span class="govuk-visually-hidden"> {t(PAPER_WORDS[kind])}</span>
                </Link>
              ),
            },
          ]}
        />
      ) : (
        <Unavailable problem={papers.problem} />
      )}
      {toMake.length === 0 ? null : (
        <section class="titian-screen-only">
          <Heading level={2}>{t({ id: 'Buat surat', en: 'Make a paper' })}</Heading>
          <p class="govuk-body titian-prose">
            {t({
              id: 'Surat dibuat dari catatan sebagaimana adanya sekarang, dan bahwa surat itu dibuat ikut dicatat.',
              en: 'A paper is made of the record as it stands now, and that it was made is recorded.',
            })}
          </p>
          {toMake.map(({ kind, field, value }) => (
            <Form action={base}>
              <input type="hidden" name="command" value={randomUUID()} />
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name={field} value={value} />
              <Button kind="secondary">
                {t({ id: 'Buat', en: 'Make' })}: {t(PAPER_WORDS[kind])}
                {aboutWords(value)}
              </Button>
            </Form>
          ))}
        </section>
      )}
      {papers.ok || toMake.length > 0 ? null : (
        <Empty>{t({ id: 'Tidak ada surat.', en: 'No papers.' })}</Empty>
      )}
    </>
  );
}

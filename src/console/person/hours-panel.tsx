/** Hours of one case at a glance: ring, outlook, plot. */
import type { ApiAnswer } from '../api.ts';
import { Unavailable } from '../parts/problem.tsx';
import { useRendering, useWords } from '../parts/rendering.ts';
import { Heading } from '../parts/structure.tsx';
import { durationInWords } from '../words/amounts.ts';
import { HoursRing } from './hours-ring.tsx';
import {
  type CaseSeen,
  hoursCases,
  type JourneySeen,
  type OutlookSeen,
  type OutlooksSeen,
} from './journey-view.ts';
import { outlookSentences } from './outlook-words.ts';
import { paceOf } from './pace.ts';
import { PacePlot } from './pace-plot.tsx';

export function OutlookText({ outlook }: { readonly outlook: OutlookSeen }) {
  const { language } = useRendering();
  const [first, ...rest] = outlookSentences(language, outlook);
  return (
    <div class={`titian-outlook titian-outlook--${outlook.kind.toLowerCase().replace('_', '-')}`}>
      <p class="govuk-body">
        <strong>{first}</strong>
      </p>
      {rest.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
    </div>
  );
}

function CaseHours({
  found,
  outlook,
  journey,
  caseNumber,
}: {
  readonly found: CaseSeen;
  readonly outlook: OutlookSeen | undefined;
  readonly journey: JourneySeen;
  readonly caseNumber: string;
}) {
  const t = useWords();
  const { measure } = found;
  if (outlook === undefined) {
    if (measure == null) return null;
    const left = Math.max(0, measure.orderedMinutes - measure.doneMinutes);
    return (
      <HoursRing
        id={`ring-${found.caseId}`}
        name={{ id: 'Tindakan pelatihan kerja', en: 'Court-ordered training' }}
        of={{ target: measure.orderedMinutes, credited: measure.doneMinutes, today: 0, left }}
      />
    );
  }
  const today = journey.sessions
    .filter(({ caseId }) => caseId === found.caseId)
    .reduce((sum, { credited }) => sum + (credited[outlook.asOf] ?? 0), 0);
  const pace = paceOf(outlook, journey.sessions);
  return (
    <div class="titian-hours" data-case={found.caseId}>
      <HoursRing
        id={`ring-${found.caseId}`}
        name={{ id: `Jam ${caseNumber}`, en: `Hours of ${caseNumber}` }}
        of={{
          target: outlook.targetMinutes,
          credited: outlook.creditedMinutes,
          today,
          left: outlook.minutesLeft,
        }}
      />
      <div>
        <OutlookText outlook={outlook} />
        {outlook.neededPerWeek === null || outlook.kind === 'DONE' ? null : (
          <NeededPerWeek minutes={outlook.neededPerWeek} planned={outlook.rhythm?.minutesPerWeek ?? null} />
        )}
        {pace === undefined || outlook.kind === 'DONE' ? null : (
          <PacePlot pace={pace} id={`pace-${found.caseId}`} />
        )}
        {found.open ? null : (
          <p class="govuk-body titian-faint">
            {t({ id: 'Perkara ini sudah ditutup.', en: 'This case is closed.' })}
          </p>
        )}
      </div>
    </div>
  );
}

function NeededPerWeek({ minutes, planned }: { readonly minutes: number; readonly planned: number | null }) {
  const { language } = useRendering();
  const t = useWords();
  const need = durationInWords(language, minutes);
  const has = planned === null ? null : durationInWords(language, planned);
  return (
    <p class="govuk-body titian-faint">
      {t({ id: `Perlu ${need} seminggu`, en: `${need} a week are needed` })}
      {has === null ? '.' : t({ id: `; jadwal memberi ${has}.`, en: `; the schedule gives ${has}.` })}
    </p>
  );
}

/** One block for each case of hours; nothing where the desk sees no hours. */
export function HoursPanel({
  journey,
  outlooks,
  caseNumbers,
}: {
  readonly journey: JourneySeen;
  readonly outlooks: ApiAnswer<OutlooksSeen>;
  readonly caseNumbers: ReadonlyMap<string, string>;
}) {
  const t = useWords();
  const cases = hoursCases(journey);
  if (cases.length === 0) return null;
  const open = cases.filter((found) => found.open);
  const shown = open.length === 0 ? cases : open;
  return (
    <section>
      <Heading level={2}>{t({ id: 'Jam dan laju', en: 'Hours and pace' })}</Heading>
      {outlooks.ok ? null : <Unavailable problem={outlooks.problem} />}
      {shown.map((found) => {
        const caseNumber = caseNumbers.get(found.caseId) ?? found.caseId;
        return (
          <>
            {cases.length > 1 ? <Heading level={3}>{caseNumber}</Heading> : null}
            <CaseHours
              found={found}
              journey={journey}
              caseNumber={caseNumber}
              outlook={
                outlooks.ok ? outlooks.body.outlooks.find(({ caseId }) => caseId === found.caseId) : undefined
              }
            />
          </>
        );
      })}
    </section>
  );
}

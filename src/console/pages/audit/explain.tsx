/** Why: one decision, event, deadline or balance, with the rule behind it and what would have changed it. */

import type { JsonValue } from '../../../domain/decider.ts';
import type { ApiAnswer } from '../../api.ts';
import type {
  BalanceExplanation,
  DeadlineExplanation,
  DecisionExplanation,
  EventExplanation,
  TrainingBalance,
} from '../../audit/answers.ts';
import { auditApiPath, streamPath } from '../../audit/streams.ts';
import { codesIn } from '../../audit/value-text.ts';
import type { DeskPage } from '../../page.ts';
import { Empty, Heading, Link } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { BalanceWhy, TrainingBalanceWhy } from './explain-balance.tsx';
import { DeadlineWhy, DecisionWhy } from './explain-decision.tsx';
import { NotNow } from './problems.tsx';
import { AuditBack, StreamFrame, streamOf } from './stream-frame.tsx';

const ASKED = ['decision', 'event', 'deadline', 'case', 'enrolment'] as const;

type Explanation =
  | DecisionExplanation
  | EventExplanation
  | DeadlineExplanation
  | BalanceExplanation
  | TrainingBalance;

export const explainPage: DeskPage = {
  method: 'GET',
  path: '/audit/streams/:kind/:id/explain',
  roles: ['AUDITOR'],
  async open(asked) {
    const name = streamOf(asked);
    const { query, api, book } = asked;
    const about = ASKED.find((one) => (query[one] ?? '') !== '');
    const answer: ApiAnswer<Explanation> | undefined =
      about === undefined
        ? undefined
        : await api.get<Explanation>(auditApiPath(name, 'explanation'), { [about]: query[about] });
    const names = await book.namesOf(
      answer?.ok === true ? [...new Set(codesIn(answer.body as unknown as JsonValue))] : [],
    );
    const stream = `${name.kind}/${name.id}`;
    return {
      title: { id: 'Mengapa', en: 'Why' },
      within: '/audit',
      before: <AuditBack />,
      ...(answer === undefined || answer.ok || answer.status === 503 ? {} : { status: answer.status }),
      body: (
        <StreamFrame name={name} tab="explain">
          <Heading level={2}>
            <Text of={{ id: 'Mengapa begitu', en: 'Why it came out so' }} />
          </Heading>
          {answer === undefined ? (
            <Empty>
              <Text
                of={{
                  id: 'Pilih dahulu satu keputusan atau peristiwa.',
                  en: 'Choose a decision or an event first.',
                }}
              />
            </Empty>
          ) : answer.ok ? (
            <Why explanation={answer.body} names={names} />
          ) : (
            <NotNow problem={answer.problem} />
          )}
          <p class="govuk-body titian-screen-only">
            <Link href={streamPath(stream)}>
              <Text of={{ id: 'Ke keadaan di dua sumbu waktu', en: 'To the state on both axes of time' }} />
            </Link>
          </p>
        </StreamFrame>
      ),
    };
  },
};

function Why({
  explanation,
  names,
}: {
  readonly explanation: Explanation;
  readonly names: ReadonlyMap<string, string>;
}) {
  if ('decision' in explanation) {
    return (
      <>
        <p class="govuk-body">
          <strong>
            <Text of={explanation.sentence} />
          </strong>
        </p>
        <DecisionWhy why={explanation.decision} names={names} />
      </>
    );
  }
  if ('enrolmentId' in explanation) return <TrainingBalanceWhy why={explanation} />;
  if ('caseId' in explanation) return <BalanceWhy why={explanation} names={names} />;
  if ('deadlineId' in explanation) return <DeadlineWhy why={explanation} names={names} />;
  return <DecisionWhy why={explanation} names={names} />;
}

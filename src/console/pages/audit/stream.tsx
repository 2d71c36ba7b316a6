/** One stream on both axes of time: as it was on a day, as known after a decision. */

import type { JsonValue } from '../../../domain/decider.ts';
import { must } from '../../api.ts';
import type { StateAnswer } from '../../audit/answers.ts';
import { axesOf, positionOf, stepDay, stepKnown } from '../../audit/replay-position.ts';
import { auditApiPath, kindWords } from '../../audit/streams.ts';
import { codesIn } from '../../audit/value-text.ts';
import type { DeskPage } from '../../page.ts';
import { Unavailable } from '../../parts/problem.tsx';
import { Details, Lead } from '../../parts/structure.tsx';
import { Text } from '../../parts/text.tsx';
import { EventChart } from './event-chart.tsx';
import { readEntries } from './read-entries.ts';
import { ReplayControls } from './replay-controls.tsx';
import { DecisionHere, EventsUpTo } from './replay-events.tsx';
import { ReplayState } from './replay-state.tsx';
import { AuditBack, StreamFrame, streamOf } from './stream-frame.tsx';

export const streamPage: DeskPage = {
  method: 'GET',
  path: '/audit/streams/:kind/:id',
  roles: ['AUDITOR'],
  async open(asked) {
    const name = streamOf(asked);
    const { api, book, query } = asked;
    const entriesRead = await readEntries(asked, name);
    const entries = must(
      entriesRead.ok
        ? { ok: true, status: 200, body: entriesRead.entries }
        : { ok: false, status: entriesRead.problem.status, problem: entriesRead.problem },
    );
    const position = positionOf(entries, query.known, query.on);
    const axes = axesOf(entries, position);
    const stateAt = ({ known, on }: { known: number; on?: string }) =>
      api.get<StateAnswer>(auditApiPath(name, 'state'), {
        decision: known,
        ...(on === undefined ? {} : { asOf: on }),
      });
    const previous = position.on === undefined ? stepKnown(axes, position, -1) : stepDay(axes, position, -1);
    const last = entries.at(-1)?.decision ?? 0;
    const [here, before, now] = await Promise.all([
      stateAt(position),
      previous === undefined ? undefined : stateAt(previous),
      stateAt({ ...position, known: last }),
    ]);
    const stream = `${name.kind}/${name.id}`;
    const codes = [
      ...entries.flatMap(({ actor, events }) => [
        actor.office,
        ...events.flatMap(({ data }) => codesIn(data)),
      ]),
      ...(now.ok ? codesIn(now.body.state.domain as JsonValue) : []),
    ];
    const names = await book.namesOf([...new Set(codes)]);
    return {
      title: kindWords(name.kind),
      within: '/audit',
      before: <AuditBack />,
      scripts: ['replay'],
      body: (
        <StreamFrame name={name}>
          <Lead>
            <Text
              of={{
                id: 'Setiap hal mempunyai dua waktu: kapan terjadi dan kapan dicatat. Geser keduanya, dan lihat apa yang saat itu diketahui.',
                en: 'Every thing has two times: when it happened and when it was recorded. Move both, and see what was known then.',
              }}
            />
          </Lead>
          <div data-replay>
            <ReplayControls name={name} axes={axes} position={position} />
            <div data-replay-result aria-live="polite">
              <DecisionHere
                stream={stream}
                names={names}
                entry={entries.find(({ decision }) => decision === position.known)}
              />
              {here.ok && now.ok ? (
                <ReplayState
                  kind={name.kind}
                  position={position}
                  here={here.body}
                  before={before?.ok === true ? before.body : undefined}
                  now={now.body}
                  names={names}
                />
              ) : null}
              {here.ok ? null : <Unavailable problem={here.problem} />}
              <EventChart entries={entries} position={position} />
              <EventsUpTo stream={stream} entries={entries} position={position} names={names} />
            </div>
          </div>
          <Details
            summary={<Text of={{ id: 'Apa yang tidak dapat dibuktikan', en: 'What this cannot prove' }} />}
          >
            <Text
              of={{
                id: 'Keadaan dihitung ulang dari peristiwa. Bahwa yang dimasukkan benar, tidak dapat dibuktikan dari catatan.',
                en: 'The state is computed again from the events. That what was entered was true cannot be proved from the record.',
              }}
            />
          </Details>
        </StreamFrame>
      ),
    };
  },
};

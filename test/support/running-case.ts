/** One person's way to a running case, as the commands that offices send: for tests of the engine. */
import { createHash, randomUUID } from 'node:crypto';
import type { Actor, Command, SourceDocument } from '../../src/domain/decider.ts';
import type { CommandEnvelope } from '../../src/domain/envelope.ts';
import type { JourneyCommandName, JourneyCommands } from '../../src/domain/journey/commands.ts';

export const STAFF: Actor = { id: 'staff-1', role: 'PIDUM_STAFF', office: 'kejari-medan' };
export const PROSECUTOR: Actor = { id: 'prosecutor-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' };
export const SUPERVISOR: Actor = {
  id: 'supervisor-1',
  role: 'SITE_SUPERVISOR',
  office: 'puskesmas-helvetia',
};

export const paper = (kind: string, number: string, date: string): SourceDocument => ({ kind, number, date });

export function journeyCommand<Name extends JourneyCommandName>(
  name: Name,
  data: JourneyCommands[Name],
  actor: Actor = STAFF,
  extra: Partial<Pick<Command, 'document' | 'occurredAt'>> = {},
): Command<Name, JourneyCommands[Name]> {
  return { commandId: `test:${randomUUID()}`, data, actor, ...extra, name };
}

export const envelopeOf = (command: Command, clockOffsetMs = 0): CommandEnvelope => ({
  command,
  requestHash: createHash('sha256')
    .update(JSON.stringify([command.name, command.data]))
    .digest('hex'),
  facts: [],
  clockOffsetMs,
});

/** Register and ruling; the case is REGISTERED. */
export function opening(ordered = { hours: 60 }): Command[] {
  const number = randomUUID();
  return [
    journeyCommand('register-person', { provisional: false, nikIndex: number, identityWarnings: [] }),
    journeyCommand(
      'register-ruling',
      {
        origin: 'PRIMARY_85',
        caseNumber: 'sealed:v1:case:1:test',
        caseNumberIndex: number,
        defendantOrder: 1,
        court: 'PN Medan',
        rulingDate: '2026-03-10',
        actDate: '2026-01-20',
        ageAtAct: { years: 31, months: 2 },
        article: '466',
        maximumThreatMonths: 30,
        replaced: { kind: 'PRISON', days: 60 },
        orderedHours: ordered.hours,
        consentRecorded: true,
        place: { siteId: 'puskesmas-helvetia', source: 'COURT' },
        probationOffice: 'bapas-medan',
      },
      STAFF,
      { document: paper('PUTUSAN', '12/Pid.B/2026/PN Mdn', '2026-03-10') },
    ),
  ];
}

/** From a registered ruling to BA-17 on 2026-03-30; the case is RUNNING. */
export const starting = (): Command[] => startingOn('2026-03-30', '2026-03-23');

/** From a registered ruling to BA-17 on a date; the case is RUNNING. */
export function startingOn(startedOn: string, orderedOn = startedOn): Command[] {
  const caseId = 'c1';
  const siteId = 'puskesmas-helvetia';
  return [
    journeyCommand('record-ruling-final', { caseId, finalOn: '2026-03-18' }, STAFF, {
      document: paper('PETIKAN', 'PTK-1', '2026-03-18'),
    }),
    journeyCommand('order-execution', { caseId, orderedOn, firstAppearanceOn: startedOn }, PROSECUTOR, {
      document: paper('P-48', 'PRINT-1', orderedOn),
    }),
    journeyCommand('assign-site', { caseId, siteId, source: 'COURT' }, PROSECUTOR),
    journeyCommand('answer-site-assignment', { caseId, siteId, accepted: true }, SUPERVISOR),
    journeyCommand(
      'plan-schedule',
      {
        caseId,
        siteId,
        from: startedOn,
        slots: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00', breakMinutes: 0 })),
        discussedWithPerson: true,
      },
      PROSECUTOR,
    ),
    journeyCommand('start-execution', { caseId, startedOn }, PROSECUTOR, {
      document: paper('BA-17', 'BA-17-1', startedOn),
    }),
  ];
}

/** A whole session on a date, 08:00 to 12:00, entered by hand. */
export const session = (date: string, hours: readonly [string, string] = ['08:00', '12:00']): Command =>
  journeyCommand('record-session', {
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    start: `${date}T${hours[0]}`,
    end: `${date}T${hours[1]}`,
    breaks: [],
  });

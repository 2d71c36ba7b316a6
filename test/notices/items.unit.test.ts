import { describe, expect, it } from 'vitest';
import { itemsOf, type NoticeEvent, needsState } from '../../src/notices/items.ts';
import { COMMUNITY_SERVICE_RULES } from '../../src/notices/rules/community-service.ts';
import { rulesByEvent, rulesFor } from '../../src/notices/rules/index.ts';
import { PRISON_RULES } from '../../src/notices/rules/prison.ts';
import type { Subject } from '../../src/notices/subjects.ts';

const index = rulesByEvent([...COMMUNITY_SERVICE_RULES, ...PRISON_RULES]);
const subject = {
  ...{ reference: 'p1/c1', site: 'puskesmas-helvetia', zone: 'WIB' as const },
  offices: { caseOffice: 'kejari-medan', probationOffice: 'bapas-medan' },
};
const itemsFor = (type: string, data: NoticeEvent['data'], subjects: readonly Subject[] = [subject]) =>
  itemsOf(
    { leafIndex: 7, world: 'live', stream: 'journey/p1', data },
    rulesFor(index, 'journey', type),
    subjects,
  );
const told = (type: string, data: NoticeEvent['data'] = {}, subjects: readonly Subject[] = [subject]) =>
  itemsFor(type, data, subjects).map(({ kind, recipient, template }) => `${kind} ${recipient} ${template}`);

describe('who is told of what', () => {
  it('a placement: the site, with the day by which it answers', () => {
    const data = { caseId: 'c1', siteId: 'puskesmas-helvetia', answerDueAt: { date: '2026-03-12' } };
    expect(itemsFor('SiteAssigned', data)).toEqual([
      {
        ...{ leafIndex: 7, world: 'live', kind: 'SITE', recipient: 'puskesmas-helvetia' },
        ...{
          template: 'SITE_ANSWER_AWAITED',
          reference: 'p1/c1',
          details: { dueOn: '2026-03-12' },
          zone: 'WIB',
        },
      },
    ]);
  });

  it('the end of the window comes near: both offices, and the person without any reference', () => {
    const items = itemsFor('WindowWarningRaised', { points: [30], minutesLeft: 1_200 });
    expect(items.map(({ kind, recipient }) => `${kind} ${recipient}`)).toEqual([
      'OFFICE kejari-medan',
      'OFFICE bapas-medan',
      'PERSON p1',
    ]);
    expect(items[2]).toMatchObject({ reference: '', details: {}, zone: 'WIB' });
  });

  it('a pace check only where the case is behind', () => {
    expect(told('PaceChecked', { behind: false })).toEqual([]);
    expect(told('PaceChecked', { behind: true })).toEqual([
      'OFFICE kejari-medan BEHIND_PACE',
      'OFFICE bapas-medan BEHIND_PACE',
    ]);
  });

  it('a death: each office once, with all its cases', () => {
    const second = {
      ...subject,
      reference: 'p1/c2',
      offices: { caseOffice: 'kejari-medan', probationOffice: 'bapas-binjai' },
    };
    const items = itemsFor('PersonDied', {}, [subject, second]);
    expect(items.map(({ recipient, reference }) => [recipient, reference])).toEqual([
      ['kejari-medan', 'p1/c1 p1/c2'],
      ['bapas-medan', 'p1/c1'],
      ['bapas-binjai', 'p1/c2'],
    ]);
  });

  it('a hand-over: the offices that receive it stand in the event', () => {
    expect(
      told('JurisdictionTransferred', { toOffice: 'kejari-binjai', toProbationOffice: 'bapas-medan' }),
    ).toEqual(['OFFICE kejari-binjai HANDED_OVER', 'OFFICE bapas-medan HANDED_OVER']);
  });

  it('one office in two roles is told once', () => {
    const both = {
      ...subject,
      offices: { caseOffice: 'kejari-medan', probationOffice: 'kejari-medan' },
    };
    expect(told('NoShowRecorded', { date: '2026-04-01' }, [both])).toEqual(['OFFICE kejari-medan NO_SHOW']);
  });

  it('a release date: the prison that the event names, or, of an older event, that holds the person now', () => {
    const held = { reference: 'p1/c2', zone: 'WITA' as const, offices: { prison: 'lapas-makassar' } };
    const data = { caseId: 'c2', from: '2026-12-01', to: '2026-10-01', reason: 'REMISSION' };
    const toldOf = {
      ...{ kind: 'OFFICE', recipient: 'lapas-makassar', template: 'RELEASE_DATES_CHANGED' },
      ...{ reference: 'p1/c2', details: { date: '2026-10-01' } },
    };
    expect(itemsFor('ReleaseDateChanged', data, [subject, held])).toMatchObject([toldOf]);
    const newer = { ...data, facility: 'lapas-makassar' };
    expect(itemsFor('ReleaseDateChanged', newer, [])).toMatchObject([toldOf]);
    const rules = rulesFor(index, 'journey', 'ReleaseDateChanged');
    expect([data, newer].map((one) => rules.some((rule) => needsState(rule, one)))).toEqual([true, false]);
  });

  it('nothing for what nobody waits for', () => expect(told('MinutesCredited', { minutes: 60 })).toEqual([]));
});

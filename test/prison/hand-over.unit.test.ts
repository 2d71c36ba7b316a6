/** Who is handed over to a probation office is that office's client to accept (B-15). */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/decider.ts';
import { counsellor, does, preRelease, prisonCase, refused, stageIs } from './prison-world.ts';

const otherCounsellor: Actor = { id: 'a-pk-karo', role: 'PROBATION_COUNSELLOR', office: 'bapas-karo' };

function handedOver(to: string) {
  const story = preRelease().at('2027-05-05T08:00');
  does(story, 'record-release', { kind: 'PB', on: '2027-05-05', contactPhone: 'sealed:v1:phone' });
  does(story, 'hand-over-released', { to, on: '2027-05-05' });
  return story;
}

describe('a hand-over', () => {
  it('to another probation office lets that office accept the client, and no longer the first', () => {
    const story = handedOver('bapas-karo');
    expect(prisonCase(story).probationOffice).toBe('bapas-karo');
    expect(refused(story, 'accept-client', { on: '2027-05-05' }, counsellor).code).toBe('NOT_PERMITTED');
    does(story, 'accept-client', { on: '2027-05-05' }, otherCounsellor);
    stageIs(story, 'AFTERCARE');
  });

  it('to a manpower office leaves the probation office as it was', () => {
    const story = handedOver('disnaker-medan');
    expect(prisonCase(story)).toMatchObject({
      probationOffice: 'bapas-medan',
      release: { handedOverTo: 'disnaker-medan' },
    });
  });
});

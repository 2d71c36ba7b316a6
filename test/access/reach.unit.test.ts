import { describe, expect, it } from 'vitest';
import { outOfReach, type Touched, type VerifiedActor, withinReach } from '../../src/access/reach.ts';
import type { OfficeRule } from '../../src/access/roles.ts';

const live = { inSandbox: false };
const sandbox = { inSandbox: true };

const prosecutor: VerifiedActor = { id: 'p-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' };
const counsellor: VerifiedActor = { id: 'k-1', role: 'PROBATION_COUNSELLOR', office: 'bapas-medan' };
const supervisor: VerifiedActor = {
  id: 's-1',
  role: 'SITE_SUPERVISOR',
  office: 'dinkes-medan',
  site: 'puskesmas-helvetia',
};
const person: VerifiedActor = { id: 'o-1', role: 'PERSON', office: 'kejari-medan', person: 'person-1' };
const centre: VerifiedActor = { id: 'c-1', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan' };

const journey: Touched = {
  personId: 'person-1',
  executingOffices: ['kejari-medan'],
  formerOffices: ['kejari-karo'],
  probationOffices: ['bapas-medan'],
  siteIds: ['puskesmas-helvetia'],
  trainingCentres: ['bbpvp-medan'],
  custodyOffices: ['rutan-medan'],
  commandActorId: 'p-1',
};

const reached: [OfficeRule, VerifiedActor, Touched][] = [
  ['ANY_OFFICE', centre, {}],
  ['OWN_OFFICE', prosecutor, journey],
  ['OWN_OFFICE', prosecutor, { opensCase: true }],
  ['OWN_OR_FORMER_OFFICE', prosecutor, journey],
  ['OWN_OR_FORMER_OFFICE', { ...prosecutor, office: 'kejari-karo' }, journey],
  ['SUPERVISES', counsellor, journey],
  ['SUPERVISES_OR_FIRST', counsellor, journey],
  ['SUPERVISES_OR_FIRST', counsellor, { probationOffices: [] }],
  ['OWN_SITE', supervisor, journey],
  ['TRAINS', centre, journey],
  ['TRAINS', { ...centre, office: 'kemnaker', site: 'bbpvp-medan' }, journey],
  ['HOLDS', { ...prosecutor, role: 'PRISON_OFFICER', office: 'rutan-medan' }, journey],
  ['OWN_PERSON', person, journey],
  ['OWN_COMMAND', prosecutor, journey],
];

const notReached: [OfficeRule, VerifiedActor, Touched][] = [
  ['OWN_OFFICE', { ...prosecutor, office: 'kejari-binjai' }, journey],
  // The office that handed the case over reads, and writes no more (S17).
  ['OWN_OFFICE', { ...prosecutor, office: 'kejari-karo' }, journey],
  ['OWN_OFFICE', prosecutor, {}],
  ['OWN_OR_FORMER_OFFICE', { ...prosecutor, office: 'kejari-binjai' }, journey],
  ['SUPERVISES', { ...counsellor, office: 'bapas-sibolga' }, journey],
  ['SUPERVISES', counsellor, { probationOffices: [] }],
  ['SUPERVISES_OR_FIRST', { ...counsellor, office: 'bapas-sibolga' }, journey],
  // Not known is not the same as known to be none.
  ['SUPERVISES_OR_FIRST', counsellor, {}],
  ['OWN_SITE', { ...supervisor, site: 'masjid-raya' }, journey],
  ['OWN_SITE', prosecutor, journey],
  ['OWN_SITE', prosecutor, {}],
  ['TRAINS', { ...centre, office: 'bpvp-padang' }, journey],
  ['HOLDS', prosecutor, journey],
  ['OWN_PERSON', { ...person, person: 'person-2' }, journey],
  ['OWN_PERSON', prosecutor, {}],
  ['OWN_COMMAND', counsellor, journey],
  ['OWN_COMMAND', counsellor, {}],
  ['SANDBOX_ONLY', prosecutor, journey],
  ['INSIDE_ONLY', prosecutor, journey],
];

describe('how far a hand reaches', () => {
  it.each(reached)('%s is reached by %o', (rule, actor, touched) => {
    expect(withinReach(rule, actor, touched, live)).toBe(true);
  });

  it.each(notReached)('%s is out of reach for %o', (rule, actor, touched) => {
    expect(withinReach(rule, actor, touched, live)).toBe(false);
  });

  it('opens the sandbox only in a sandbox, and the inside only from inside', () => {
    expect(withinReach('SANDBOX_ONLY', prosecutor, {}, sandbox)).toBe(true);
    expect(withinReach('INSIDE_ONLY', prosecutor, {}, sandbox)).toBe(false);
    expect(withinReach('INSIDE_ONLY', prosecutor, {}, { ...live, inside: true })).toBe(true);
  });

  it('names the rule that was not met', () => {
    const parameters = { role: 'EXECUTING_PROSECUTOR', action: 'close-case', rule: 'OWN_OFFICE' };
    expect(outOfReach('OWN_OFFICE', prosecutor, 'close-case')).toEqual({ code: 'NOT_PERMITTED', parameters });
    expect(outOfReach('SANDBOX_ONLY', prosecutor, 'sandbox-clock').code).toBe('SANDBOX_ONLY');
  });
});

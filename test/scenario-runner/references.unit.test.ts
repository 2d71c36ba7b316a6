/** Ids that the server makes: a file refers to them, and two runs agree although theirs differ. */
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../src/domain/decider.ts';
import { compareResults } from '../../src/scenarios/compare-results.ts';
import { NamesInRun } from '../../src/scenarios/names-in-run.ts';
import { parseScenario } from '../../src/scenarios/parse-scenario.ts';
import { PureDriver } from '../../src/scenarios/pure/pure-driver.ts';
import { NameUnknown, StepEvents } from '../../src/scenarios/references.ts';
import { failureText } from '../../src/scenarios/report.ts';
import type { ScenarioResult } from '../../src/scenarios/result.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';

const event = (type: string, data: object, version = 1): RecordedEvent => ({
  ...{ version, type, schema: 1, data },
  meta: { actor: { id: 'a', role: 'SYSTEM', office: 'o' }, commandId: 'c' },
  occurredAt: { at: '2026-04-01T00:00:00.000Z', date: '2026-04-01', zone: 'WIB' },
  recordedAt: '2026-04-01T00:00:00.000Z',
});

const derived = (kind: string, fill: string) => `${kind}${fill.repeat(28)}`;

describe('a reference', () => {
  const said = new StepEvents();
  said.keep('las', [
    event('EnrolmentRequested', {
      classId: 'las-1',
      enrolmentId: 'e1',
      seat: { enrolmentId: 'inner', number: 3 },
    }),
    event('Second', { enrolmentId: 'e2', only: true }),
  ]);

  it('is the first value of the field, own fields before those further in', () => {
    expect(said.valueOf({ a: '$las.enrolmentId', b: ['$las.number', '$las.only'] })).toEqual({
      ...{ a: 'e1', b: [3, true] },
    });
  });

  it('stands in keys and within text as well', () => {
    expect(said.valueOf({ 'enrolments.$las.enrolmentId.stage': 'x $las.classId' })).toEqual({
      'enrolments.e1.stage': 'x las-1',
    });
  });

  it('to a step or a field that nobody knows is told', () => {
    expect(() => said.textOf('$nobody.enrolmentId')).toThrow(NameUnknown);
    expect(() => said.textOf('$las.proposalId')).toThrow(NameUnknown);
  });
});

describe('dotted paths', () => {
  it('are written out and join where they begin alike', () => {
    expect(new NamesInRun().nestedOf({ 'a.b': 1, 'a.c.d': 2, e: { 'f.g': 3 } })).toEqual({
      ...{ a: { b: 1, c: { d: 2 } }, e: { f: { g: 3 } } },
    });
  });
});

describe('two runs whose ids differ', () => {
  const result = (id: string, other: string): ScenarioResult => ({
    ...{ file: 'a.yaml', title: 'A', driver: 'murni', passed: true, steps: [], notRun: 0 },
    journeys: {
      budi: [event('E', { enrolmentId: id }), event('F', { address: `address/enrolment/${other}` })],
    },
    entities: { 'class/las-1': [event('SeatHeld', { enrolmentId: id })] },
  });

  it('agree where the same thing stands at the same places', () => {
    const [one, two] = [derived('e', 'a'), derived('e', 'b')];
    expect(compareResults(result(one, one), result(two, two))).toEqual([]);
  });

  it('do not agree where another thing stands', () => {
    const [one, two] = [derived('e', 'a'), derived('e', 'b')];
    expect(compareResults(result(one, one), result(two, one))).toHaveLength(1);
  });
});

describe('a file about a permit', () => {
  const FILE = `judul: Izin
pasal: PP 34/2021 pasal 7
penjelasan: Contoh untuk uji.
mulai: 2026-06-08 08:00
fakta:
  pemberi kerja:
    pt-contoh: { name: PT Contoh, ownership: PRIVATE, regency: Kota Medan, sector: ENERGY }
langkah:
  - ket: Permohonan
    nama: mohon
    izin: tka-1
    oleh: pemberi kerja @ pt-contoh
    lakukan: apply-for-permit
    data:
      permitOffice: dit-pptka
      position: Inspektur las
      occupation: Inspektur las
      workers: 1
      regency: Kota Medan
      periodFrom: 2026-08-01
      periodTo: 2027-07-31
      companion: null
      localGraduates: { occupation: Inspektur las, regency: Kota Medan, units: [], shown: 0 }
`;
  const failures = async (expectation: string): Promise<string> => {
    const scenario = parseScenario('uji.yaml', FILE + expectation);
    return failureText(await runScenario(scenario, new PureDriver()), scenario);
  };

  it('tells what does not stand in its state, its deadlines and what came later', async () => {
    expect(await failures('    keadaan: { status: INCOMPLETE, employer: $mohon.employer }\n')).toBe('');
    expect(await failures('    keadaan: { application.workers: 2 }\n')).toContain(
      'application.workers: diharapkan 2, yang ada 1',
    );
    expect(await failures('    tenggat: { permit-feasibility: 2026-06-10 }\n')).toContain('tidak ada');
    expect(await failures('    kemudian: [{ izin: tka-2, memuat: [PermitApplied] }]\n')).toContain(
      'kemudian pada permit/tka-2: peristiwa PermitApplied',
    );
  });

  it('refuses who may not, as the door would', async () => {
    const other =
      '  - { izin: tka-1, oleh: pemberi kerja @ pt-lain, lakukan: withdraw-permit-application, data: { reason: Batal } }\n';
    expect(await failures(other)).toContain('ditolak: NOT_PERMITTED');
  });
});

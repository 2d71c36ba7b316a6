/** A mistake in a file is told with its line, its key and what to do; a wrong expectation is told too. */
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenarios/parse-scenario.ts';
import { ScenarioProblem } from '../../src/scenarios/problem.ts';
import { PureDriver } from '../../src/scenarios/pure/pure-driver.ts';
import { failureText } from '../../src/scenarios/report.ts';
import { runScenario } from '../../src/scenarios/run-scenario.ts';

const HEAD = `judul: Contoh
pasal: UU 1/2023 pasal 85
penjelasan: Contoh untuk uji.
mulai: 2026-03-09 08:00
orang:
  budi: { nama: Budi Uji, nik: "1271011005900001", lahir: 1990-05-10, kelamin: laki-laki }
fakta:
  lokasi:
    taman-uji: {}
perkara:
  p1:
    jam: 60
    putusan: 2026-03-09
    inkracht: 2026-03-18
    p48: 2026-03-23
    lokasi: taman-uji
    jadwal: { hari: hari kerja, jam: 08:00-12:00 }
    mulai: 2026-04-01
langkah:
`;

const problemOf = (text: string): ScenarioProblem => {
  try {
    parseScenario('uji.yaml', text);
  } catch (error) {
    if (error instanceof ScenarioProblem) return error;
    throw error;
  }
  throw new Error('no mistake was found');
};

const STEP = `  - pada: 2026-04-02 12:10
    oleh: petugas lokasi
    lakukan: record-session
    lokasi: taman-uji
    jam: 08:00-12:00
`;

describe('mistakes in a file', () => {
  it.each([
    ['an unknown key', `${HEAD}${STEP}    peristwa: []\n`, 25, 'langkah 1 > peristwa'],
    [
      'an unknown role',
      `${HEAD}  - { pada: 2026-04-02 08:00, oleh: hakim, lakukan: sign-completion }\n`,
      20,
      'oleh',
    ],
    ['an unknown command', `${HEAD}${STEP.replace('record-session', 'record-sesion')}`, 22, 'lakukan'],
    ['no time of day', `${HEAD}${STEP.replace('2026-04-02 12:10', '2026-04-02')}`, 20, 'pada'],
    [
      'a date that does not exist',
      HEAD.replace('putusan: 2026-03-09', 'putusan: 2026-02-30') + STEP,
      13,
      'putusan',
    ],
    ['hours that are not a range', `${HEAD}${STEP.replace('08:00-12:00', 'pagi')}`, 24, 'jam'],
    ['a person nobody named', `${HEAD}${STEP}    orang: siti\n`, 25, 'orang'],
    ['a repeat without days', `${HEAD}${STEP}    dari: 2026-04-02\n`, 25, 'dari'],
    ['a code in small letters', `${HEAD}${STEP}    tolak: daily_limit\n`, 25, 'tolak'],
    ['time going back', `${HEAD}${STEP}${STEP.replace('04-02', '04-01')}`, 25, ''],
    ['no steps', HEAD, 19, 'langkah'],
    ['broken YAML', `${HEAD}  - {oleh: [jaksa\n`, 21, ''],
  ])('%s is told with line and key', (_what, text, line, key) => {
    const problem = problemOf(text);
    expect(problem.line).toBe(line);
    expect(problem.key.endsWith(key)).toBe(true);
    expect(problem.message).toMatch(/^uji\.yaml:\d+: /);
    expect(problem.remedy.length).toBeGreaterThan(5);
  });
});

const textAfter = async (expectation: string): Promise<string> => {
  const scenario = parseScenario('uji.yaml', `${HEAD}${STEP}${expectation}`);
  return failureText(await runScenario(scenario, new PureDriver()), scenario);
};

describe('expectations', () => {
  it('are met by what happens', async () => {
    const met = `    peristiwa: [SessionRecorded, { MinutesCredited: { minutes: 240 } }]
    kredit menit: 240
    sisa menit: 3.360
    tahap: RUNNING
    peringatan: tidak ada
    tenggat: { window-end: 2026-09-28 23:59:59, site-answer: tidak ada }
    keadaan: { plan: { siteId: taman-uji } }
`;
    expect(await textAfter(met)).toBe('');
  });

  it.each([
    ['kredit menit: 241', 'creditedMinutes: diharapkan 241, yang ada 240'],
    ['sisa menit: 1', 'minutesLeft: diharapkan 1, yang ada 3360'],
    ['tahap: REVIEW', 'stage: diharapkan REVIEW, yang ada RUNNING'],
    ['tolak: DAILY_LIMIT', 'diharapkan ditolak dengan DAILY_LIMIT, tetapi diterima'],
    ['peristiwa: [SessionRecorded]', 'minutes=240, kind=WORK) tidak diharapkan'],
    ['peristiwa: tidak ada', 'peristiwa SessionRecorded'],
    [
      'peristiwa: [SessionRecorded, MinutesCredited, CaseClosed]',
      'CaseClosed diharapkan, tetapi tidak terjadi',
    ],
    [
      'peristiwa: [SessionRecorded, { MinutesCredited: { minutes: 300 } }]',
      'minutes: diharapkan 300, yang ada 240',
    ],
    ['memuat: [CaseClosed]', 'CaseClosed {} diharapkan'],
    ['memuat: [MinutesCredited, SessionRecorded]', 'SessionRecorded {} diharapkan'],
    ['tanpa peristiwa: MinutesCredited', 'MinutesCredited tidak boleh terjadi'],
    ['peringatan: LATE_RECORDED', 'LATE_RECORDED {} diharapkan, tidak ada peringatan'],
    ['tenggat: { window-end: 2026-09-27 }', 'diharapkan 2026-09-27, yang ada 2026-09-28 23:59:59'],
    ['tenggat: { window-end: tidak ada }', 'tidak boleh ada'],
    ['keadaan: { plan: { siteId: lain } }', 'plan.siteId: diharapkan lain, yang ada taman-uji'],
  ])('%s is found wrong', async (expectation, told) => {
    expect(await textAfter(`    ${expectation}\n`)).toContain(told);
  });
});

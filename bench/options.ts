/** What a run measures, and for how long. */
import { parseArgs } from 'node:util';

export const SECTIONS = [
  'warm',
  'cold',
  'life',
  'openings',
  'memory',
  'histories',
  'ledger',
  'bulk',
  'attendance',
  'timers',
  'old',
  'replay',
  'seal',
  'bundle',
  'verify',
  'console',
] as const;
export type Section = (typeof SECTIONS)[number];

/** How much of everything; a quick run shows that it runs, and not what it comes to. */
export interface Sizes {
  /** Lines of the two sheets whose rates are compared. */
  readonly smallSheet: number;
  readonly largeSheet: number;
  readonly classes: number;
  readonly timers: number;
  /** Of each age. */
  readonly lives: number;
  /** In one round, with and without a sealer; a multiple of the journeys, which are forty. */
  readonly sealedAppends: number;
  /** Sizes of the trees that something is proven in. */
  readonly provenLeaves: readonly number[];
  /** Of each bundle. */
  readonly bundleEvents: readonly number[];
  /** To which the record grows before it is verified. */
  readonly verifiedEvents: readonly number[];
}

const SIZES: Sizes = {
  smallSheet: 2_000,
  largeSheet: 20_000,
  classes: 1_000,
  timers: 1_000,
  lives: 40,
  sealedAppends: 2_000,
  provenLeaves: [1_000, 100_000, 1_000_000, 4_000_000],
  bundleEvents: [100, 1_000, 10_000, 50_000],
  verifiedEvents: [10_000, 100_000, 1_000_000],
};
const QUICK: Sizes = {
  smallSheet: 200,
  largeSheet: 1_000,
  classes: 100,
  timers: 100,
  lives: 8,
  sealedAppends: 800,
  provenLeaves: [1_000, 100_000],
  bundleEvents: [100, 1_000],
  verifiedEvents: [10_000, 100_000],
};
/** Sections of a quick run, each of which it makes small. */
const QUICK_SECTIONS = 'bulk,attendance,timers,old';

export interface BenchOptions {
  /** Length of one measured round in seconds; the whole run takes about twenty times as long. */
  readonly seconds: number;
  readonly only: ReadonlySet<Section>;
  /** Commands a run takes, instead of the product's own setting: for finding that setting. */
  readonly tuning: Readonly<Record<string, number>>;
  /** Rounds of each of the two that are compared. */
  readonly rounds: number;
  /** Two workers, one with these other settings, measured in turns instead of everything else. */
  readonly compare?: Readonly<Record<string, number>>;
  /** Writes CPU profiles of the product's worker into this folder. */
  readonly profileFolder?: string;
  readonly save: boolean;
  readonly sizes: Sizes;
}

const USAGE = `npm run bench -- [options]
  --seconds N       length of one measured round (5)
  --rounds N        rounds of each side where two are compared (3)
  --only a,b        of: ${SECTIONS.join(', ')}
  --tune name=N     another value for a number in workers/tuning.ts; may be repeated
  --compare name=N  measure only this: warm sessions with the usual setting beside this one, in turns
  --profile FOLDER  write CPU profiles of the worker there
  --quick           sheets, timers and old lives on a small scale, in less than two minutes; not saved
  --no-save         print only`;

/** Ends the process with the usage where the arguments are not understood. */
export function readOptions(args: readonly string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        seconds: { type: 'string', default: '5' },
        rounds: { type: 'string' },
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        tune: { type: 'string', multiple: true, default: [] },
        compare: { type: 'string', multiple: true },
        profile: { type: 'string' },
        save: { type: 'boolean', default: true },
      },
    });
    const { quick } = values;
    const only = values.only ?? (quick ? QUICK_SECTIONS : SECTIONS.join(','));
    return {
      seconds: positive('seconds', values.seconds),
      rounds: positive('rounds', values.rounds ?? (quick ? '2' : '3')),
      only: new Set(only.split(',').map(sectionFrom)),
      tuning: Object.fromEntries(values.tune.map(tuningFrom)),
      save: values.save && !quick,
      sizes: quick ? QUICK : SIZES,
      ...(values.compare === undefined
        ? {}
        : { compare: Object.fromEntries(values.compare.map(tuningFrom)) }),
      ...(values.profile === undefined ? {} : { profileFolder: values.profile }),
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function positive(name: string, text: string): number {
  const number = Number(text);
  if (!(number > 0)) throw new Error(`--${name} is "${text}": give a number above zero`);
  return number;
}

function sectionFrom(text: string): Section {
  const section = SECTIONS.find((name) => name === text);
  if (section === undefined) throw new Error(`--only: "${text}" is not among ${SECTIONS.join(', ')}`);
  return section;
}

function tuningFrom(text: string): [string, number] {
  const [name = '', value = ''] = text.split('=');
  if (name === '' || !Number.isFinite(Number(value)) || value === '') {
    throw new Error(`--tune: "${text}" is not name=number`);
  }
  return [name, Number(value)];
}

/** How long, how many, and which dice. */
import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly seed: number;
  /** How long faults go on, in seconds; starting, reviving and looking come on top. */
  readonly seconds: number;
  readonly journeys: number;
  /** Whether Postgres is away once for longer than anybody waits, and everything dies several times. */
  readonly long: boolean;
  /** Classes whose one seat is wanted by two. */
  readonly races: number;
  /** Persons tested and certified. */
  readonly certified: number;
  /** Persons held, whose release dates move by sheet. */
  readonly inmates: number;
}

/** Less would be over before Postgres is back from being away for longer than 30 s. */
const LONG_SECONDS_MIN = 120;

const LONG = { races: 24, certified: 12, inmates: 300 } as const;

const USAGE = `npm run chaos -- [options]
  --seed N        the same faults at the same times (a random one)
  --seconds N     how long faults go on (180; at least ${LONG_SECONDS_MIN})
  --journeys N    persons kept busy (24)`;

/** Ends the process with the usage where the arguments are not understood. */
export function readOptions(args: readonly string[]): ChaosOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        seconds: { type: 'string', default: '180' },
        journeys: { type: 'string', default: '24' },
      },
    });
    const number = (name: string, text: string): number => {
      if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
      throw new Error(`--${name} is "${text}": give a whole number above zero`);
    };
    const seconds = number('seconds', values.seconds);
    if (seconds < LONG_SECONDS_MIN) throw new Error(`--seconds is ${seconds}: at least ${LONG_SECONDS_MIN}`);
    return {
      seed: values.seed === undefined ? Date.now() % 1_000_000_007 : number('seed', values.seed),
      seconds,
      journeys: number('journeys', values.journeys),
      long: true,
      ...LONG,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/** How long, how many, and which dice. */
import { parseArgs } from 'node:util';

export interface ChaosOptions {
  readonly seed: number;
  /** How long faults go on, in seconds; starting, reviving and looking come on top. */
  readonly seconds: number;
  readonly journeys: number;
  /** Whether Temporal's own database is deleted once on the way. */
  readonly loseTemporal: boolean;
}

const USAGE = `npm run chaos -- [options]
  --seed N        the same faults at the same times (a random one)
  --seconds N     how long faults go on (150)
  --journeys N    persons kept busy (24)`;

/** Ends the process with the usage where the arguments are not understood. */
export function readOptions(args: readonly string[]): ChaosOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string' },
        seconds: { type: 'string', default: '150' },
        journeys: { type: 'string', default: '24' },
      },
    });
    const number = (name: string, text: string): number => {
      if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
      throw new Error(`--${name} is "${text}": give a whole number above zero`);
    };
    return {
      seed: values.seed === undefined ? Date.now() % 1_000_000_007 : number('seed', values.seed),
      seconds: number('seconds', values.seconds),
      journeys: number('journeys', values.journeys),
      loseTemporal: true,
    };
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

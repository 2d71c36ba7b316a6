/** The world that the pilot is played in: found or made, and its clock moved, over HTTP like everything else. */
import { instantMilliseconds } from '../domain/time/index.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { ApiClient } from '../scenarios/http/api-client.ts';

export const PILOT_WORLD = 'pilot';

const REGISTRAR = { role: 'REGISTRAR', office: 'pusat' } as const;
const PATH = `/api/v1/sandbox/worlds/${PILOT_WORLD}`;
/** A clock that a killed start left moving is waited for. */
const MOVING_LOOK_MS = 500;
const MOVING_LOOKS_MAX = 240;

export class PilotWorld {
  private constructor(
    private readonly client: ApiClient,
    /** Where the clock stood when it was last asked for; it runs on by itself. */
    private clock: Instant,
  ) {}

  /** Undefined where no start has made it yet. */
  static async find(client: ApiClient): Promise<PilotWorld | undefined> {
    const { status, answer } = await client.call('GET', PATH, { as: REGISTRAR, refusalsAllowed: true });
    return status === 200 ? new PilotWorld(client, String(answer.now)) : undefined;
  }

  static async make(client: ApiClient, startsAt: Instant): Promise<PilotWorld> {
    const body = { id: PILOT_WORLD, startsAt };
    const { answer } = await client.call('POST', '/api/v1/sandbox/worlds', { as: REGISTRAR, body });
    return new PilotWorld(client, String(answer.now));
  }

  get now(): Instant {
    return this.clock;
  }

  hasReached(instant: Instant): boolean {
    return instantMilliseconds(this.clock) >= instantMilliseconds(instant);
  }

  /** Forward only: a resumed play finds the clock beyond its first days and leaves it there. */
  async moveTo(to: Instant): Promise<void> {
    for (let look = 0; look < MOVING_LOOKS_MAX && !this.hasReached(to); look += 1) {
      const { status, answer } = await this.client.call('POST', `${PATH}/clock`, {
        as: REGISTRAR,
        body: { to, mode: 'advance' },
        refusalsAllowed: true,
      });
      if (status === 200) this.clock = String(answer.now);
      else if (status === 409) await new Promise((resolve) => setTimeout(resolve, MOVING_LOOK_MS));
      else await this.lookAgain(to, String(answer.code));
    }
    if (!this.hasReached(to)) throw new Error(`the clock of world ${PILOT_WORLD} does not reach ${to}`);
  }

  /** Refused because the clock went on by itself and is there already; anything else is a fault. */
  private async lookAgain(to: Instant, code: string): Promise<void> {
    const { answer } = await this.client.call('GET', PATH, { as: REGISTRAR });
    this.clock = String(answer.now);
    if (!this.hasReached(to))
      throw new Error(`the clock of world ${PILOT_WORLD} refuses to go to ${to}: ${code}`);
  }
}

/** A server that can end by itself. */
export interface EndingServer {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Restarts within this time count as one trouble; a server that cannot stay up is given up. */
const TROUBLE_WINDOW_MS = 60_000;
const MAX_RESTARTS_IN_WINDOW = 3;

export interface Supervision<Server extends EndingServer> {
  readonly name: string;
  readonly start: () => Promise<Server>;
  readonly tell: (line: string) => void;
  /** Called once when the server cannot be kept up. */
  readonly giveUp: (error: Error) => void;
}

/** A server that is started again when it dies, until it is stopped. */
export interface SupervisedServer<Server> {
  current(): Server;
  stop(): Promise<void>;
}

/**
 * Starts a server and, whenever it ends without having been asked to, starts it again. The rest of Titian
 * reconnects by itself: nothing acknowledged depends on a server staying up.
 */
export async function supervise<Server extends EndingServer>(
  supervision: Supervision<Server>,
): Promise<SupervisedServer<Server>> {
  const { name, start, tell, giveUp } = supervision;
  let server = await start();
  let stopping = false;
  const restarts: number[] = [];

  const watch = async () => {
    while (!stopping) {
      await server.ended;
      if (stopping) return;
      const now = performance.now();
      restarts.push(now);
      const recent = restarts.filter((moment) => now - moment < TROUBLE_WINDOW_MS).length;
      if (recent > MAX_RESTARTS_IN_WINDOW) throw new Error(`${name} ended ${recent} times within a minute`);
      tell(`${name} ended unexpectedly: starting it again`);
      server = await start();
    }
    // Stopped while it was being started again.
    await server.stop();
  };
  const watching = watch().catch((error: Error) => {
    if (!stopping) giveUp(error);
  });
  return {
    current: () => server,
    async stop() {
      stopping = true;
      await server.stop();
      await watching;
    },
  };
}

import type { Configuration } from './configuration.ts';
import type { Progress } from './progress.ts';
import type { Secrets } from './secrets.ts';
import type { TemporalConnectionOptions } from './temporal-connection.ts';

/** Where the ledger, vault and projections are. */
export interface DatabaseAddresses {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Role that a session of `appUrl` takes on, where its login is not the application's own (createPool's `role`). */
  readonly role?: string;
}

/** How to reach Temporal, for Connection.connect and NativeConnection.connect alike. */
export interface TemporalAddress {
  readonly connection: TemporalConnectionOptions;
  readonly namespace: string;
}

/**
 * What the parts hand to those that start after them. Reading something before its part has started is a
 * mistake in the order of the parts, and throws.
 */
export class Assembly {
  readonly configuration: Configuration;
  readonly secrets: Secrets;
  /** Told, one line at a time, what a person may want to know while parts start. */
  readonly tell: Progress['tell'];
  /** Told how far a part's long work has come. */
  readonly advance: Progress['advance'];
  /** Ends Titian because a part cannot go on. */
  readonly giveUp: (error: Error) => void;
  /** Aborted when Titian is asked to stop; a part that starts slowly listens. */
  readonly stopping: AbortSignal;
  /** Lines that a person reads once everything runs. */
  readonly welcome: string[] = [];
  #database: DatabaseAddresses | undefined;
  #temporal: TemporalAddress | undefined;
  #apiAddress: string | undefined;
  /** Where Temporal's own pages are, if anywhere: set by the part that starts it. */
  temporalPages: string | undefined;

  constructor(
    configuration: Configuration,
    secrets: Secrets,
    progress: Pick<Progress, 'tell' | 'advance'>,
    ending: { readonly giveUp: (error: Error) => void; readonly stopping: AbortSignal },
  ) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.tell = progress.tell;
    this.advance = progress.advance;
    this.giveUp = ending.giveUp;
    this.stopping = ending.stopping;
  }

  get database(): DatabaseAddresses {
    return present(this.#database, 'Postgres');
  }

  set database(addresses: DatabaseAddresses) {
    this.#database = addresses;
  }

  get temporal(): TemporalAddress {
    return present(this.#temporal, 'Temporal');
  }

  set temporal(address: TemporalAddress) {
    this.#temporal = address;
  }

  /** The API's address for a person, once it listens. */
  get apiAddress(): string | undefined {
    return this.#apiAddress;
  }

  set apiAddress(address: string) {
    this.#apiAddress = address;
  }
}

function present<Value>(value: Value | undefined, part: string): Value {
  if (value === undefined)
    throw new Error(`${part} has not been started yet: the order of the parts is wrong`);
  return value;
}

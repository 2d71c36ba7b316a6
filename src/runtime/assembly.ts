import type { Configuration } from './configuration.ts';
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
  readonly tell: (line: string) => void;
  /** Ends Titian because a part cannot go on. */
  readonly giveUp: (error: Error) => void;
  #database: DatabaseAddresses | undefined;
  #temporal: TemporalAddress | undefined;
  #apiAddress: string | undefined;

  constructor(
    configuration: Configuration,
    secrets: Secrets,
    tell: (line: string) => void,
    giveUp: (error: Error) => void,
  ) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.tell = tell;
    this.giveUp = giveUp;
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

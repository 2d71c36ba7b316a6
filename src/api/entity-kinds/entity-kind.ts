/** What the API must know of a kind of entity beside the journey: how it is named, reached and shown. */
import type { Touched, VerifiedActor } from '../../access/reach.ts';
import type { ReadName } from '../../access/roles.ts';
import type { EntityKind } from '../../catalogue/index.ts';
import type { Decider, JsonObject } from '../../domain/decider.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CandidateList } from '../../projections/candidate-list.ts';
import type { CandidateTokens } from '../candidate-tokens.ts';

export type EntityResource = 'classes' | 'certificates' | 'permits' | 'findings';

export interface AttestingNeeds {
  readonly actor: VerifiedActor;
  readonly world: string;
  /** Absent where this installation has no list of them. */
  readonly candidates: CandidateList | undefined;
  readonly tokens: CandidateTokens;
  readonly ledger: Pick<Ledger, 'readHead'>;
}

export interface EntityKindEntry<State = unknown> {
  /** First part of the stream: `class/<id>`. */
  readonly kind: EntityKind;
  /** First part of the address: `/api/v1/classes/<id>`. */
  readonly resource: EntityResource;
  readonly title: { readonly id: string; readonly en: string };
  /** Row of the access table that says who reads one. */
  readonly read: ReadName;
  readonly decider: Decider<State>;
  /** Commands from outside by which one begins; empty where only a message of another entity begins one. */
  readonly opening: readonly string[];
  /** Whether an address could name one at all. Nothing else reaches the ledger or the access log. */
  isId(id: string): boolean;
  /**
   * Offices that a command or a read touches.
   * @param state undefined where this command would begin the entity: then `data` says whose it will be.
   */
  touched(state: State | undefined, data: JsonObject, actor: VerifiedActor): Touched;
  /**
   * The data of a command with what the server itself knows in the place of what the sender says it knows.
   * Absent = nothing is attested. In a scenario without a server the given data stand.
   * @throws RequestRefused where the data name what is not there for this sender.
   */
  attests?(needs: AttestingNeeds, name: string, data: JsonObject): Promise<JsonObject>;
  /** What the role sees of it; undefined where it sees nothing. Without any person, case or route (G-08). */
  view(actor: VerifiedActor, state: State): object | undefined;
}

/** An entry with its own state forgotten, for the list: an entry only ever meets states of its own decider. */
export const entityKind = <State>(entry: EntityKindEntry<State>): EntityKindEntry =>
  entry as unknown as EntityKindEntry;

/**
 * A command between its checked shape and its entity: the request hash is taken over the plaintext, then
 * what is sensitive is sealed. Single commands and the lines of a sheet come through here alike.
 */
import type { VerifiedActor } from '../access/reach.ts';
import type { CatalogueEntry } from '../catalogue/index.ts';
import type { Command, JsonObject } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';
import { momentOf } from '../domain/time/moments.ts';
import { canonicalText } from '../ledger/record-decision.ts';
import type { Vault } from '../vault/vault.ts';
import type { CommandBody } from './command-body.ts';
import { sealCommand } from './seal-command.ts';

export interface Target {
  readonly stream: string;
  readonly world: string;
  readonly personId?: string;
  /**
   * Whose keys seal the text: the person, or an entity without one under its own stream. Text about a class
   * or a permit is nobody's in particular, and goes with the record of the class. Absent = nothing is sealed.
   */
  readonly subject?: string;
  /** Sites that the command touches. */
  readonly siteIds?: readonly string[];
}

export interface CommandToPrepare {
  readonly entry: CatalogueEntry;
  readonly target: Target;
  readonly actor: VerifiedActor;
  readonly commandId: string;
  /** By the clock of the target's world. */
  readonly now: Instant;
  readonly body: CommandBody;
  /**
   * What is decided instead of the body's data, where the server attests some of it. The request stays the one
   * that was sent: asked again, it is the same, whatever the server would attest by then.
   */
  readonly attested?: JsonObject;
}

export interface PreparedCommand {
  readonly command: Command;
  readonly requestHash: string;
  /** Register facts that the decision will probably ask for. */
  readonly factKeys: readonly string[];
}

export async function prepareCommand(
  vault: Vault,
  { entry, target, actor, commandId, now, body, attested }: CommandToPrepare,
): Promise<PreparedCommand> {
  const { stream, world, siteIds = [] } = target;
  const subject = target.subject ?? target.personId;
  // Over the plaintext and before sealing: a retry sealed with another nonce is the same request.
  const requestHash = vault.requestHash(canonicalText({ stream, world, name: entry.name, ...body }));
  const { document, occurredAt } = body;
  const data = attested ?? body.data;
  const sealed =
    subject === undefined
      ? { data, ...(document === undefined ? {} : { document }) }
      : await sealCommand(vault, {
          ...{ entry, subject, commandId, now, data },
          ...(document === undefined ? {} : { document }),
        });
  const command: Command = {
    ...{ commandId, name: entry.name, ...sealed, actor: actorOnly(actor) },
    ...(occurredAt === undefined ? {} : { occurredAt: momentOf(occurredAt.local, occurredAt.zone) }),
  };
  return { command, requestHash, factKeys: entry.facts(data, { office: actor.office, siteIds }) };
}

/** Site and person of the token decide on access and stay out of the record. */
export const actorOnly = ({ id, role, office }: VerifiedActor) => ({ id, role, office });

/** @param clockOffsetMs clock of a world minus the real clock. */
export const nowIn = (clockOffsetMs: number): Instant => new Date(Date.now() + clockOffsetMs).toISOString();

/**
 * What a command would do, without doing it: the same way as the command itself (`CommandFlow`), with a ledger that
 * takes nothing and a vault that stores nothing at its end. It may still come otherwise: between the look and the
 * sending somebody else may take the last place or send something that moves the case.
 */
import type { ReadName } from '../../access/roles.ts';
import { knowsJourneys } from '../../access/views.ts';
import { DECIDERS } from '../../domain/deciders.ts';
import { EntityStatesAside } from '../../projections/entity-states-aside.ts';
import { DirectGateway } from '../../registers/direct-gateway.ts';
import { type EventView, eventViews, ownEvents, type WarningView, warningView } from '../answers.ts';
import { CommandFlow, type CommandResult, type Sender } from '../command-flow.ts';
import { loggable } from '../journey-reads.ts';
import { RequestRefused, requestRefused } from '../problem.ts';
import type { RouteContext } from '../routes/route-context.ts';
import {
  type BalanceChange,
  balanceChanges,
  beforeAndAfter,
  type DeadlineChanges,
  deadlineChanges,
  type ToldReader,
  toldReaders,
} from './consequences.ts';
import { LedgerAside } from './ledger-aside.ts';
import { vaultAside } from './vault-aside.ts';

export interface PreviewAnswer {
  readonly wouldBe: 'accepted';
  /** As the sender would see them; of an assessment or a proposal their types alone. */
  readonly events: readonly (EventView | { readonly type: string })[];
  readonly warnings: readonly WarningView[];
  readonly deadlines: DeadlineChanges;
  /** Of cases whose minutes would move. */
  readonly balances: readonly BalanceChange[];
  /** Who would be told; empty where this installation tells nobody. */
  readonly told: readonly ToldReader[];
}

const READ: ReadName = 'preview-command';

interface Aside {
  readonly flow: CommandFlow;
  readonly ledger: LedgerAside;
}

function asideOf({ dependencies, flow, inSandbox }: RouteContext): Aside {
  const { journeyDecider } = dependencies;
  const ledger = new LedgerAside(dependencies.ledger);
  const deciders = new Map([...DECIDERS, [journeyDecider.kind, journeyDecider as never]]);
  const gateway = new DirectGateway({ ledger, deciders });
  const states = new EntityStatesAside(flow.states, dependencies.ledger, journeyDecider, (stream) => [
    ...ledger.recordedOf(stream),
    ...ledger.wouldBeOf(stream),
  ]);
  const needs = { ...dependencies, gateway, registerGateway: gateway, states, inSandbox };
  return { ledger, flow: new CommandFlow({ ...needs, vault: vaultAside(dependencies.vault) }) };
}

/**
 * @param subject what is looked at, for the access log.
 * @throws RequestRefused what the command would be refused with.
 */
export async function previewCommand(
  context: RouteContext,
  sender: Sender,
  subject: string,
  send: (flow: CommandFlow) => Promise<CommandResult>,
): Promise<PreviewAnswer> {
  const { actor } = sender;
  const { flow, ledger } = asideOf(context);
  const result = await send(flow);
  const { answer, sight, world } = result;
  await context.reads.note(actor, READ, loggable(subject), world);
  if (answer.outcome !== 'accepted') throw refused(result, knowsJourneys(actor.role));
  const { events } = await ownEvents(context.dependencies.ledger, answer);
  const change = beforeAndAfter(ledger, answer.stream);
  const shown = eventViews(actor, events, sight);
  const tells = context.dependencies.notices !== undefined;
  return {
    wouldBe: 'accepted',
    events: shown,
    warnings: answer.warnings.map(warningView),
    deadlines: deadlineChanges(actor, events, change, sight),
    balances: answer.stream.startsWith('journey/') ? balanceChanges(actor, change) : [],
    told: tells ? toldReaders(answer.stream, shown) : [],
  };
}

/**
 * To whom is known by an id of its own: nothing of the journey in which it is comes back.
 * @param told the answer to the command itself, by which the types of its events may be known.
 */
export async function previewAddressed(
  context: RouteContext,
  { actor }: Sender,
  subject: string,
  send: (flow: CommandFlow) => Promise<CommandResult>,
  told: (result: CommandResult) => { readonly recorded: readonly string[] },
): Promise<PreviewAnswer> {
  const result = await send(asideOf(context).flow);
  const { answer, world } = result;
  await context.reads.note(actor, READ, loggable(subject), world);
  if (answer.outcome !== 'accepted') throw refused(result, true);
  return {
    wouldBe: 'accepted',
    events: told(result).recorded.map((type) => ({ type })),
    warnings: answer.warnings.map(warningView),
    deadlines: { armed: [], cancelled: [] },
    balances: [],
    told: [],
  };
}

/** Without a receipt: nothing of it was recorded. */
function refused({ answer }: CommandResult, mayKnowWhoMerged: boolean): RequestRefused {
  const { refusal } = answer;
  if (refusal === undefined) return requestRefused('INTERNAL', {});
  if (refusal.code === 'PERSON_MERGED' && !mayKnowWhoMerged) return requestRefused('PERSON_UNKNOWN', {});
  return new RequestRefused(refusal);
}

/** The right to issue a command, asked before anything personal is opened; the flow asks again at the end. */
import { outOfReach, type Touched, type VerifiedActor, withinReach } from '../access/reach.ts';
import { type CommandName, mayIssue } from '../access/roles.ts';
import type { Refusal } from '../domain/decider.ts';
import { RequestRefused } from './problem.ts';
import type { RouteContext } from './routes/route-context.ts';

/** @throws RequestRefused, after writing the denial down. */
export async function requireRight(
  { dependencies: { accessLog }, inSandbox }: RouteContext,
  actor: VerifiedActor,
  command: CommandName,
  touched: Touched,
  { subject, world }: { readonly subject: string; readonly world: string },
): Promise<void> {
  const permission = mayIssue(actor, command);
  if (permission.allowed && withinReach(permission.rule, actor, touched, { inSandbox })) return;
  const refusal: Refusal = permission.allowed
    ? outOfReach(permission.rule, actor, command)
    : permission.refusal;
  await accessLog.record({
    ...{ actor, world, action: command, subject },
    ...{ outcome: 'denied', reason: refusal.code },
  });
  throw new RequestRefused(refusal);
}

/**
 * Persons whom a sheet brings. Their identity waits sealed with the line, by the key of the person it will be, and
 * goes to the vault only when the line runs: a sheet that is never run leaves nobody behind that can be found.
 */
import type { JsonObject } from '../../domain/decider.ts';
import { lineCommandId } from '../../sheets/line-command-id.ts';
import type { Sheet, SheetLine } from '../../sheets/store.ts';
import { type IdentityDocument, readIdentityText, writeIdentity } from '../../vault/identity-document.ts';
import type { Vault } from '../../vault/vault.ts';
import { actorOnly } from '../prepare-command.ts';
import { requestRefused } from '../problem.ts';

const FIELD = 'sheet-identity';

const placeOf = (stream: string, commandId: string) => ({
  ...{ subject: stream.slice(stream.indexOf('/') + 1), commandId, field: FIELD },
});

/** @throws RequestRefused where the person's key was destroyed. */
export async function sealSheetIdentity(
  vault: Pick<Vault, 'seal'>,
  stream: string,
  commandId: string,
  identity: JsonObject,
): Promise<string> {
  const text = writeIdentity(identity as unknown as IdentityDocument);
  const sealed = await vault.seal('identity', placeOf(stream, commandId), text);
  if (sealed.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
  return sealed.text;
}

/** The vault keeps it under the registering command's id: asked again, it stores nothing twice. */
export async function storeSheetIdentity(
  vault: Pick<Vault, 'unseal' | 'storeIdentity'> | undefined,
  sheet: Sheet,
  { stream, line, place, sealedIdentity }: SheetLine,
): Promise<void> {
  if (sealedIdentity === undefined) return;
  if (vault === undefined)
    throw new Error('this worker has no vault and cannot run sheets that bring persons');
  const commandId = lineCommandId(sheet.id, line, place);
  const at = placeOf(stream, commandId);
  const opened = await vault.unseal(at, sealedIdentity);
  // Destroyed meanwhile: the journey may begin, nobody will read whose it is.
  if (opened.kind === 'destroyed') return;
  if (opened.kind !== 'text') throw new Error(`the identity of line ${line} of ${sheet.id} does not open`);
  await vault.storeIdentity({
    ...{ personId: at.subject, world: sheet.world, commandId, actor: actorOnly(sheet.actor) },
    document: readIdentityText(opened.text),
  });
}

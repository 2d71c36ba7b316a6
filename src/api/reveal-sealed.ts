/**
 * Sealed text in an event, opened for a reader whose role sees the whole history and whose look was
 * logged. What cannot be opened any more, because the key was destroyed, is null.
 */
import type { RecordedEvent } from '../domain/decider.ts';
import type { Vault } from '../vault/vault.ts';

const SEALED = 'sealed:v1:';
/** A command's field keeps its place when it becomes an event's field of another name. */
const SEALED_FIELDS = [
  'reason',
  'text',
  'note',
  'caseNumber',
  'anomalyReason',
  'number',
  'document.number',
] as const;

export async function revealSealed<Event extends RecordedEvent>(
  vault: Pick<Vault, 'unseal'>,
  subject: string,
  event: Event,
): Promise<Event> {
  const { data, meta } = event;
  if (typeof data !== 'object' || data === null) return event;
  const opened = await Promise.all(
    Object.entries(data).map(async ([field, value]): Promise<[string, unknown]> => {
      if (typeof value !== 'string' || !value.startsWith(SEALED)) return [field, value];
      return [field, await open(vault, subject, meta.commandId, field, value)];
    }),
  );
  return { ...event, data: Object.fromEntries(opened) };
}

async function open(
  vault: Pick<Vault, 'unseal'>,
  subject: string,
  commandId: string,
  field: string,
  text: string,
): Promise<string | null> {
  for (const place of new Set([field, ...SEALED_FIELDS])) {
    const result = await vault.unseal({ subject, commandId, field: place }, text);
    if (result.kind === 'text') return result.text;
    if (result.kind === 'destroyed') return null;
  }
  return null;
}

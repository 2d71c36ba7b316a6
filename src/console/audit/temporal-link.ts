/** Where Temporal's own pages show a run. Entities run under the name of their stream. */
import type { ConsoleOptions } from '../options.ts';

export function temporalRunPath(
  pages: NonNullable<ConsoleOptions['temporalPages']>,
  stream: string,
  runId: string,
): string {
  const parts = ['namespaces', pages.namespace, 'workflows', stream, runId, 'history'];
  return `${pages.address.replace(/\/$/, '')}/${parts.map(encodeURIComponent).join('/')}`;
}

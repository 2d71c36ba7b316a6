/** Whoever asks for one person or one class must be given that one (step 5). */
import type { Scope } from './line-types.ts';
import type { Find } from './stream-check.ts';
import type { StreamsCheck } from './streams-check.ts';

export function checkSubject(scope: Scope, streams: StreamsCheck, find: Find): void {
  if (scope.kind !== 'person' && scope.kind !== 'class') return;
  const stream = `${scope.kind === 'person' ? 'journey' : 'class'}/${scope.id}`;
  if (streams.hasSubject(stream)) return;
  const sentence = {
    id: `Berkas ini menyatakan tentang ${stream}, tetapi aliran itu tidak ada di dalamnya.`,
    en: `This file says that it is about ${stream}, but that stream is not in it.`,
  };
  find({ code: 'SCOPE', step: 5, sentence });
}

/** Leaves that must all be in the file. */
export const wholeRange = (scope: Scope): { readonly from: number; readonly to: number } | undefined =>
  scope.kind === 'period' ? { from: scope.leafFrom, to: scope.leafTo } : undefined;

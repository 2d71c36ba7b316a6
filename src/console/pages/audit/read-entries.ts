/** All that was recorded of one stream, page after page. */

import type { Problem } from '../../api.ts';
import type { Entries, Entry } from '../../audit/answers.ts';
import { auditApiPath, type StreamName } from '../../audit/streams.ts';
import type { Asked } from '../../page.ts';

/** 20,000 decisions: no stream comes near. */
const MOST_PAGES = 20;

export type EntriesRead =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly problem: Problem };

export async function readEntries({ api }: Pick<Asked, 'api'>, name: StreamName): Promise<EntriesRead> {
  const entries: Entry[] = [];
  for (let page = 0, after = 0; page < MOST_PAGES; page += 1) {
    const answer = await api.get<Entries>(auditApiPath(name, 'entries'), { after });
    if (!answer.ok) return answer;
    entries.push(...answer.body.entries);
    if (answer.body.nextAfter === null) break;
    after = answer.body.nextAfter;
  }
  return { ok: true, entries };
}

/** A sheet as the worker runs it: kept, started, and waited for until its last line has an outcome. */
import { entityEntry, journeyEntry } from '../src/catalogue/index.ts';
import type { Command, Fact, JsonObject } from '../src/domain/decider.ts';
import { canonicalText } from '../src/ledger/record-decision.ts';
import type { Sheet, SheetLine, SheetStore } from '../src/sheets/store.ts';
import { requestHashOf } from './fixture.ts';

/** A command of a line; `place` 2 where it is the second of its line. */
export interface LineOrder extends Pick<Command, 'name' | 'data' | 'document' | 'occurredAt'> {
  readonly stream: string;
  readonly line: number;
  readonly place?: number;
  /** What the catalogue is told of the case, to name its facts. */
  readonly about: { readonly office: string; readonly siteIds: readonly string[] };
}

export interface SheetOrder {
  readonly kind: string;
  readonly world: string;
  readonly actor: Sheet['actor'];
  readonly lines: readonly LineOrder[];
}

export interface SheetDesk {
  readonly store: SheetStore;
  readonly start: (sheetId: string) => Promise<void>;
}

/** From start to the last outcome, in milliseconds; checking and keeping the sheet are not measured. */
export async function runSheet({ store, start }: SheetDesk, order: SheetOrder): Promise<number> {
  const { kind, world, actor, lines: orders } = order;
  const id = `sh${requestHashOf(`${kind} ${performance.now()}`).slice(0, 32)}`;
  const lines = orders.map(lineOf);
  await store.keep({ ...{ id, kind, world, actor, fileHash: id }, lines: orders.at(-1)?.line ?? 0 }, lines);
  await store.start(id);
  const startedAt = performance.now();
  await start(id);
  for (;;) {
    const sheet = await store.find(id);
    if (sheet?.state === 'DONE') {
      const tookMs = performance.now() - startedAt;
      if (sheet.accepted !== lines.length) {
        const refused = (await store.results(id)).find(({ outcome }) => outcome !== 'accepted');
        const why = JSON.stringify(refused?.refusal ?? refused?.outcome);
        throw new Error(`${kind}: of ${lines.length} commands ${sheet.accepted} were accepted: ${why}`);
      }
      return tookMs;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function lineOf({ stream, line, place = 1, name, data, document, occurredAt, about }: LineOrder): SheetLine {
  const body = canonicalText({
    ...{ data },
    ...(document === undefined ? {} : { document }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  });
  const entry = journeyEntry(name) ?? entityEntry('class', name);
  const factKeys = [...new Set(entry?.facts(data as JsonObject, about))] satisfies Fact['key'][];
  return { ...{ line, place, stream, name, body, factKeys }, requestHash: requestHashOf(stream + body) };
}

/** Papers as the API sees them: made from the record at a version, kept, and opened again. */
import type { Pool } from 'pg';
import type { AccessReceipt } from '../access/access-log.ts';
import { foldEntity, initialEntityState } from '../domain/decide.ts';
import type { Actor, Decider } from '../domain/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { type PolicyFact, policyOn } from '../domain/law/policies.ts';
import type { Ledger, LedgerEvent } from '../ledger/ledger.ts';
import { isSealed } from '../vault/sealed-text.ts';
import type { Vault } from '../vault/vault.ts';
import { JOURNEY_PAPERS } from './builders/index.ts';
import type { BuiltPaper, EntityMaterial, JourneyMaterial, PaperQuestion } from './material.ts';
import type { PaperKind } from './paper.ts';
import { renderPaper } from './render.ts';
import { createPaperStore, type PaperStore, type StoredPaper } from './store.ts';

export interface PaperRequest extends PaperQuestion {
  readonly kind: PaperKind;
  readonly personId: string;
  readonly world: string;
  /** Version of the journey that it shows. */
  readonly version: number;
  readonly actor: Actor;
  /** Of the logged look at the person's identity, which the paper repeats. */
  readonly receipt: AccessReceipt;
}

export interface EntityPaperRequest {
  readonly kind: PaperKind;
  readonly stream: string;
  readonly world: string;
  /** Version of the entity that it shows. */
  readonly version: number;
  readonly actor: Actor;
  /** Whose key seals it: the holder, or the stream of an entity that names several. */
  readonly keySubject: string;
  readonly build: (material: EntityMaterial) => Promise<BuiltPaper | undefined>;
}

export type MadePaper =
  | { readonly kind: 'made'; readonly paper: StoredPaper }
  /** The event that it rests on is not on record. */
  | { readonly kind: 'not-ready' }
  | { readonly kind: 'destroyed' };

export interface Papers {
  readonly store: PaperStore;
  makeForJourney(request: PaperRequest): Promise<MadePaper>;
  /** Of a class or a certificate, whose names were looked up and logged by whoever asks. */
  makeForEntity(request: EntityPaperRequest): Promise<MadePaper>;
}

export interface PapersOptions {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'readStream' | 'facts'>;
  readonly vault: Vault;
  readonly decider: Decider<JourneyState>;
}

export function createPapers({ pool, ledger, vault, decider }: PapersOptions): Papers {
  const store = createPaperStore(pool, vault);

  async function fact<T>(key: string): Promise<T | undefined> {
    const [found] = await ledger.facts([key]);
    return found === undefined || found.value === null ? undefined : (found.value as T);
  }

  return {
    store,
    async makeForJourney({ kind, personId, world, version, actor, receipt, ...question }) {
      const build = JOURNEY_PAPERS[kind];
      if (build === undefined) return { kind: 'not-ready' };
      const stream = `journey/${personId}`;
      const events = await ledger.readStream(stream, { upTo: version });
      const head = events.at(-1);
      if (head === undefined) return { kind: 'not-ready' };
      const record = await vault.readIdentity(personId, receipt);
      if (record.kind === 'destroyed') return { kind: 'destroyed' };
      if (record.kind === 'unknown') return { kind: 'not-ready' };
      const material: JourneyMaterial = {
        ...{ personId, events, identity: record.document, fact },
        state: foldEntity(decider, initialEntityState(decider, personId), events).domain,
        open: (event, field, text) => openText(vault, personId, event.meta.commandId, field, text),
        policy: async <T>(name: string, onDate: string) =>
          policyOn(await fact<PolicyFact>(`policy/${name}`), name, onDate).value as T,
      };
      const built = await build(material, question);
      if (built === undefined) return { kind: 'not-ready' };
      const bytes = await drawn(built, stream, head);
      const { number, date } = built.content;
      const paper = await store.keep({
        ...{ kind, world, stream, version: head.version, number, datedOn: date, bytes, madeBy: actor },
        ...{ subject: question.subject, keySubject: personId },
      });
      return 'paperId' in paper ? { kind: 'made', paper } : { kind: 'destroyed' };
    },
    async makeForEntity({ kind, stream, world, version, actor, keySubject, build }) {
      const events = await ledger.readStream(stream, { upTo: version });
      const head = events.at(-1);
      const built = head && (await build({ events, head, fact }));
      if (head === undefined || built === undefined) return { kind: 'not-ready' };
      const bytes = await drawn(built, stream, head);
      const { number, date } = built.content;
      const paper = await store.keep({
        ...{ kind, world, stream, version: head.version, number, datedOn: date, bytes, madeBy: actor },
        ...{ subject: '', keySubject },
      });
      return 'paperId' in paper ? { kind: 'made', paper } : { kind: 'destroyed' };
    },
  };
}

const drawn = ({ content, office }: BuiltPaper, stream: string, head: LedgerEvent): Promise<Buffer> =>
  renderPaper({
    ...{ content, office },
    basis: { stream, version: head.version, headHash: head.hash, recordedAt: head.recordedAt },
  });

/** What cannot be opened any more is a dash: the paper still says what else is known. */
async function openText(
  vault: Pick<Vault, 'unseal'>,
  subject: string,
  commandId: string,
  field: string,
  text: string,
): Promise<string> {
  if (!isSealed(text)) return text;
  const opened = await vault.unseal({ subject, commandId, field }, text);
  return opened.kind === 'text' ? opened.text : '–';
}

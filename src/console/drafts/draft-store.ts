/**
 * Forms on their way: kept on every step, so that nothing typed is lost, and thrown away once sent or after a week.
 * The table tells neither whose they are nor what they are about.
 */
import type { Pool } from 'pg';
import type { Vault } from '../../vault/vault.ts';
import type { Problem } from '../api.ts';
import type { FormFields } from '../page.ts';
import type { OpenSession } from '../session/session-store.ts';

const DRAFT_DAYS = 7;
/** More of one desk nobody finds again; the oldest go. Of those that were sent just as many are remembered. */
const MOST_DRAFTS = 100;
/** With each form that is saved so many go whose time is over. */
const SWEPT_AT_ONCE = 100;

export interface Draft {
  /** Of the form: the id that its command will have. */
  readonly formId: string;
  readonly command: string;
  /** Path of what the command is sent to: ids only. */
  readonly target: string;
  readonly values: FormFields;
  /** Key of the page that was filled in last. */
  readonly page: string;
  /** What the last try was refused with: shown until it is changed. */
  readonly refused?: Problem;
  /** It was sent: what is left of it says only that. */
  readonly sent?: true;
  /** It was refused and the refusal was recorded: it goes on as another command, under this id. */
  readonly movedTo?: string;
}

export interface KeptDraft extends Draft {
  readonly savedAt: string;
  readonly expiresAt: string;
}

export type Desk = Pick<OpenSession, 'actor' | 'world'>;

export interface DraftStore {
  find(desk: Desk, formId: string): Promise<KeptDraft | undefined>;
  save(desk: Desk, draft: Draft): Promise<void>;
  /** Nothing that was typed is left; a second look at the same form finds that it was sent. */
  markSent(desk: Desk, draft: Pick<Draft, 'formId' | 'command' | 'target'>): Promise<void>;
  markMoved(desk: Desk, draft: Pick<Draft, 'formId' | 'command' | 'target'>, to: string): Promise<void>;
  remove(desk: Desk, formId: string): Promise<void>;
  /** Newest first, without those that were sent or went on as another. */
  list(desk: Desk): Promise<readonly KeptDraft[]>;
}

interface Row {
  id: string;
  sealed: Buffer;
  saved_at: string;
  expires_at: string;
}

const COLUMNS = `id, sealed,
  to_char(saved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS saved_at,
  to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS expires_at`;

export function createDraftStore(
  pool: Pool,
  vault: Pick<Vault, 'requestHash' | 'sealDraft' | 'openDraft'>,
): DraftStore {
  const accountOf = ({ actor, world }: Desk): string =>
    vault.requestHash(
      JSON.stringify(['titian/draft-account', actor.id, actor.role, actor.office, actor.site ?? '', world]),
    );
  const idOf = (account: string, formId: string): string =>
    vault.requestHash(JSON.stringify(['titian/draft', account, formId]));
  const opened = ({ id, sealed, saved_at, expires_at }: Row): KeptDraft[] => {
    const text = vault.openDraft(id, sealed);
    // Sealed under a master key that is gone: as good as thrown away.
    return text === undefined
      ? []
      : [{ ...(JSON.parse(text) as Draft), savedAt: saved_at, expiresAt: expires_at }];
  };
  /** What was sent is counted by itself: a busy week must not push out the one form that waits to be finished. */
  const shelfOf = (account: string, { sent, movedTo }: Draft): string =>
    sent === true || movedTo !== undefined
      ? vault.requestHash(JSON.stringify(['titian/draft-closed', account]))
      : account;
  const save = async (desk: Desk, draft: Draft): Promise<void> => {
    const account = accountOf(desk);
    const id = idOf(account, draft.formId);
    const shelf = shelfOf(account, draft);
    await pool.query(
      `INSERT INTO console.draft (id, account, sealed, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() + $4 * interval '1 day')
       ON CONFLICT (id) DO UPDATE SET account = excluded.account, sealed = excluded.sealed,
         saved_at = clock_timestamp(), expires_at = excluded.expires_at`,
      [id, shelf, vault.sealDraft(id, JSON.stringify(draft)), DRAFT_DAYS],
    );
    await pool.query(
      `DELETE FROM console.draft WHERE id IN (
         SELECT id FROM console.draft WHERE account = $1 ORDER BY saved_at DESC OFFSET $2)`,
      [shelf, MOST_DRAFTS],
    );
    // After a quiet week not all of them at once, before somebody's page.
    await pool.query(
      `DELETE FROM console.draft WHERE id IN (
         SELECT id FROM console.draft WHERE expires_at < clock_timestamp()
          ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED)`,
      [SWEPT_AT_ONCE],
    );
  };
  return {
    async find(desk, formId) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM console.draft WHERE id = $1 AND expires_at > clock_timestamp()`,
        [idOf(accountOf(desk), formId)],
      );
      return rows.flatMap(opened)[0];
    },
    save,
    markSent: (desk, { formId, command, target }) =>
      save(desk, { formId, command, target, values: {}, page: '', sent: true }),
    markMoved: (desk, { formId, command, target }, movedTo) =>
      save(desk, { formId, command, target, values: {}, page: '', movedTo }),
    async remove(desk, formId) {
      await pool.query('DELETE FROM console.draft WHERE id = $1', [idOf(accountOf(desk), formId)]);
    },
    async list(desk) {
      const { rows } = await pool.query<Row>(
        `SELECT ${COLUMNS} FROM console.draft WHERE account = $1 AND expires_at > clock_timestamp()
          ORDER BY draft.saved_at DESC, id`,
        [accountOf(desk)],
      );
      return rows.flatMap(opened);
    },
  };
}

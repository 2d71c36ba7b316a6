/**
 * A kind of sheet is a description: its columns, and the commands that one line stands for. Whatever a line
 * says is checked by the very shapes of the command catalogue, so a kind cannot let more through than the API.
 */
import type { CommandName } from '../../access/roles.ts';
import type { JsonObject, RecordedEvent, SourceDocument } from '../../domain/decider.ts';
import type { Zone } from '../../domain/time/moment.ts';
import type { Columns, RowOf } from '../columns/column.ts';
import type { CellProblem, Words } from '../words.ts';

/** Whom or what a line is about. */
export type LineTarget =
  | { readonly to: 'person'; readonly personId: string }
  /** Found through the vault; the line keeps only the id. */
  | { readonly to: 'nik'; readonly nik: string }
  /** Somebody whom Titian may not know yet; found by the NIK of the identity where it does. */
  | { readonly to: 'new-person'; readonly identity: JsonObject }
  /** Any other entity, by its stream: `class/<id>`. */
  | { readonly to: 'entity'; readonly stream: string };

export interface LineCommand {
  readonly target: LineTarget;
  readonly name: CommandName;
  readonly data: JsonObject;
  readonly document?: SourceDocument;
  readonly occurredAt?: { readonly local: string; readonly zone: Zone };
}

export type LineRead =
  | { readonly ok: true; readonly commands: readonly LineCommand[] }
  /** `column`: key of the column that is wrong, or null for the line as a whole. */
  | { readonly ok: false; readonly column: string | null; readonly problem: CellProblem };

export interface SheetKind {
  /** In addresses, and in the record of the sheet: small letters and dashes. */
  readonly name: string;
  readonly title: Words;
  /** A role that may issue none of these may not send the sheet at all. */
  readonly commands: readonly CommandName[];
  readonly columns: Columns;
  readonly lineOf: (row: { readonly [key: string]: unknown }) => LineRead;
  /** Two of its lines may want the same number, which the earlier line gets: they are decided one after another. */
  readonly inOrder?: true;
  /** Present where lines that belong together become one command. */
  readonly joined?: JoinedLines;
}

/** How lines become one command, and its outcome theirs again. */
export interface JoinedLines {
  /** Commands of equal keys are joined. */
  readonly keyOf: (command: LineCommand) => string;
  readonly join: (commands: readonly LineCommand[]) => LineCommand;
  /** Most lines of one command: more of a key are wrong. */
  readonly most: number;
  /** For each line, in the order in which they were joined: what the command’s events say is wrong with it. */
  readonly refusedParts: (
    data: JsonObject,
    events: readonly RecordedEvent[],
  ) => readonly (CellProblem | undefined)[];
}

export interface KindDescription<Of extends Columns> extends Omit<SheetKind, 'columns' | 'lineOf'> {
  readonly columns: Of;
  /** Pure; gets a row whose cells were all read. */
  readonly lineOf: (row: RowOf<Of>) => LineRead;
}

/** Checks `lineOf` against the columns, and forgets their types for the engine. */
export const sheetKind = <Of extends Columns>(description: KindDescription<Of>): SheetKind =>
  description as unknown as SheetKind;

export const line = (...commands: LineCommand[]): LineRead => ({ ok: true, commands });

export const wrong = (column: string | null, code: string, id: string, en: string): LineRead => ({
  ...{ ok: false, column, problem: { code, id, en } },
});

/** Rows of the ledger as lines: the very texts that were hashed, also numbers and hashes. */
import type { DecisionTable, EventTable } from '../../ledger/tables.ts';
import { rowLine } from '../../seal/receipt-row.ts';
import type { BundleLine } from './lines.ts';

export interface Leaf {
  readonly leaf_index: number;
}

export const decisionLine = (row: DecisionTable & Leaf): BundleLine =>
  rowLine('decision', row, row.leaf_index);

export const eventLine = (row: EventTable & Leaf): BundleLine => rowLine('event', row, row.leaf_index);

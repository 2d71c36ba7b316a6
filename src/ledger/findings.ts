/** What `verify` says about a row that is not as it was recorded. */
export interface Finding {
  readonly problem: Problem;
  /** Absent where the finding is about the ledger as a whole. */
  readonly stream?: string;
  readonly entry:
    | 'stream'
    | 'event'
    | 'decision'
    | 'deadline'
    | 'message'
    | 'leaf'
    | 'fact'
    | 'claim'
    | 'run'
    | 'build'
    | 'access'
    | 'note'
    | 'tile'
    | 'checkpoint'
    | 'heads'
    | 'key'
    | 'identity'
    | 'list'
    | 'guard';
  /**
   * Version of the event, sequence of the decision, number of the access or note, index of the leaf, size of the
   * checkpoint, or cut of the heads.
   */
  readonly position?: number;
  /** One sentence for the person who looks into it; no personal data. */
  readonly explanation: string;
}

export type Problem =
  /** The row's own content does not give its hash: it was changed. */
  | 'HASH_DIFFERS'
  /** The hash fits, yet the text is not canonical JSON: it was not recorded by Titian. */
  | 'NOT_CANONICAL'
  /** It does not follow from the row before it: one was exchanged, inserted or carried over. */
  | 'LINK_BROKEN'
  /** A version, sequence or index is missing. */
  | 'GAP'
  /** The stream's head is not its last row: the tail was cut off, or the head rewritten. */
  | 'HEAD_DIFFERS'
  /** Rows of a stream that is not there. */
  | 'STREAM_MISSING'
  /** Decisions and events do not cover each other. */
  | 'RANGE_DIFFERS'
  /** The leaf was given to another row than the one that stands there now. */
  | 'LEAF_DIFFERS'
  /** A row has neither a leaf nor a place in the queue for one. */
  | 'LEAF_MISSING'
  /** A leaf or a decision tells of a row that is gone. */
  | 'ROW_MISSING'
  /** A table kept beside the chains does not say what the chains say. */
  | 'STATE_DIFFERS'
  /** Leaves or tiles are not those that a signed root was computed over. */
  | 'TREE_DIFFERS'
  /** A checkpoint, or a cosignature beneath it, is not signed by whom it names. */
  | 'SIGNATURE_WRONG'
  /** More was signed than there is: an older database was put back, or its newest rows were cut off. */
  | 'ROLLED_BACK'
  /** Two trees of one log: somebody outside holds another one of the same size. */
  | 'FORKED'
  /** What was decided upon was never set. */
  | 'FACT_UNKNOWN'
  /** Something sealed names a key, or an identity, that is not there and was not destroyed. */
  | 'KEY_MISSING'
  /** A history, workflow bundle or rule pack that should be kept is not. */
  | 'EVIDENCE_MISSING'
  /** A defence of the database is not as the migrations made it. */
  | 'GUARD_DIFFERS'
  /** It says that it was committed long before it could be sealed. */
  | 'BACKDATED';

export type Report = (finding: Finding) => void;

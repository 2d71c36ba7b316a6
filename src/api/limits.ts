/** Limits of the API, each with its reason. */

/** A command with the longest notes and a full plan stays below this; nothing larger is read. */
export const BODY_LIMIT_BYTES = 128 * 1024;
/** Path segments are ids and names; nothing we give out is longer. */
export const LONGEST_PATH_SEGMENT = 200;
/** A slow or hostile sender gives up its connection after this. */
export const REQUEST_TIMEOUT_MS = 30_000;
/** Kept open between requests, longer than a proxy's usual minute. */
export const KEEP_ALIVE_TIMEOUT_MS = 72_000;
/** Requests of one caller (account, else address) per minute: far above any office, below a flood. */
export const REQUESTS_PER_MINUTE = 12_000;

/** Most rows of one page, and how many where the caller does not say. */
export const PAGE_LIMIT = 200;
export const PAGE_DEFAULT = 50;

/** How old a register fact at the API may be. The ledger checks versions, so staleness costs one round. */
export const FACT_AGE_MS = 30_000;
/** Facts kept at hand. */
export const FACTS_KEPT = 20_000;
/** Words in the log about a fault: frames of its stack, never its message. */
export const STACK_FRAMES_LOGGED = 12;
/** Searches by name or NIK of one account, at each door: more than anybody types, too few to try numbers in a row. */
export const SEARCHES_PER_MINUTE = 30;

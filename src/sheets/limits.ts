/** Limits of a sheet, each with its reason. */

/** Of the file as it is sent: 20,000 lines of a wide sheet stay well below. */
export const FILE_LIMIT_BYTES = 8 * 1024 * 1024;
/** Lines of one sheet: checked while its sender waits, about half a minute on a small machine. */
export const LINES_MAX = 20_000;
export const COLUMNS_MAX = 60;
/** Longest text of one cell: the longest note that a command takes. */
export const CELL_MAX = 4_000;
/** Characters of all cells together: a text that a thousand cells share is counted a thousand times. */
export const TEXT_MAX = 16 * 1024 * 1024;
/** The last row that spreadsheet programs know: rows without any value may be counted up to here. */
export const ROW_NUMBER_MAX = 1_048_576;

/** Of a spreadsheet once unpacked: XML is large, and a bomb is larger. */
export const UNPACKED_LIMIT_BYTES = 48 * 1024 * 1024;
/** Unpacked over packed: rows that are alike shrink fiftyfold, a bomb a thousandfold. */
export const UNPACKED_TIMES_MAX = 200;
/** Below this many bytes nobody asks how much smaller they were. */
export const UNPACKED_ALWAYS_BYTES = 4 * 1024 * 1024;
/** Files inside a spreadsheet: an ordinary one has about fifteen. */
export const PACKED_FILES_MAX = 200;

/** Elements inside each other: a spreadsheet has about eight. */
export const XML_DEPTH_MAX = 20;
/** One tag or one run of text, in bytes: the longest text that spreadsheet programs allow in a cell. */
export const XML_TOKEN_MAX = 128 * 1024;
/** Elements of a part that is not a sheet: each text of a full sheet, with its `si` and its `t`. */
export const XML_ELEMENTS_MAX = 2 * LINES_MAX * COLUMNS_MAX;
/** Text of one cell as it stands in XML, in bytes: one character can be written with eight. */
export const CELL_BYTES_MAX = 10 * CELL_MAX;

/** Files read at the same time, each in a thread of its own; the others wait. */
export const READERS_MAX = 2;
/** Files that wait for a reader; more are asked to come back. */
export const WAITING_MAX = 8;
export const WAIT_LIMIT_MS = 15_000;
/** For reading one file; the largest honest one takes a few seconds. */
export const READING_LIMIT_MS = 20_000;
export const READING_MEMORY_MB = 256;

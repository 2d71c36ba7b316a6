/** Limits of a sheet, each with its reason. */

/** Of the file as it is sent: 20,000 lines of a wide sheet stay well below. */
export const FILE_LIMIT_BYTES = 8 * 1024 * 1024;
/** Lines of one sheet: checked while its sender waits, about half a minute on a small machine. */
export const LINES_MAX = 20_000;
export const COLUMNS_MAX = 60;
/** Longest text of one cell: the longest note that a command takes. */
export const CELL_MAX = 4_000;
/** Of a spreadsheet once unpacked: XML is large, and a bomb is larger. */
export const UNPACKED_LIMIT_BYTES = 48 * 1024 * 1024;
/** Files inside a spreadsheet: an ordinary one has about fifteen. */
export const PACKED_FILES_MAX = 200;

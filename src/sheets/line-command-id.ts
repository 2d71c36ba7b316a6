/** Ids of the commands of a sheet's lines. Their prefix is what lists and notices group them by. */
const PREFIX = 'sheet:';

/** By sheet and line: the same line sent again is the same command, whoever sends it and how often. */
export const lineCommandId = (sheetId: string, line: number, place: number): string =>
  `${PREFIX}${sheetId}:${line}${place === 1 ? '' : `.${place}`}`;

/** The sheet that a command, or an event of it, came from; undefined where it came singly. */
export const sheetOfCommand = (commandId: string): string | undefined =>
  commandId.startsWith(PREFIX) ? commandId.split(':')[1] : undefined;

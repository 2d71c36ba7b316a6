/** The addresses of sheets. */
import { ApiRefused, type FileAnswer, type Problem } from '../../api.ts';
import { SHEET_ROLES } from '../../daily/sheet-kinds.ts';
import type { Page, PageResult, SignedIn } from '../../page.ts';
import { openSheet, runSheet } from './sheet.tsx';
import { problemsFile } from './sheet-problems.tsx';
import { openSheets, sendSheet } from './sheets.tsx';

const roles = SHEET_ROLES;

/** A file of the API, handed on as it came. */
function handedOn(file: FileAnswer, saveAs: string): PageResult {
  if (file.status !== 200) throw new ApiRefused(JSON.parse(file.bytes.toString('utf8')) as Problem);
  return { file: file.bytes, contentType: file.contentType, saveAs };
}

const templateFile = async ({ api, params }: SignedIn): Promise<PageResult> => {
  const name = params.file ?? '';
  return handedOn(await api.file(`/api/v1/sheets/templates/${encodeURIComponent(name)}`), name);
};

const resultFile =
  (extension: string) =>
  async ({ api, params }: SignedIn) => {
    const id = encodeURIComponent(params.sheetId ?? '');
    return handedOn(await api.file(`/api/v1/sheets/${id}/result.${extension}`), `hasil-${id}.${extension}`);
  };

export const sheetPages: readonly Page[] = [
  { method: 'GET', path: '/sheets', roles, open: openSheets },
  { method: 'POST', path: '/sheets', roles, takesFiles: true, open: sendSheet },
  { method: 'POST', path: '/sheets/problems.csv', roles, open: problemsFile },
  { method: 'GET', path: '/sheets/templates/:file', roles, open: templateFile },
  { method: 'GET', path: '/sheets/:sheetId', roles, open: openSheet },
  { method: 'POST', path: '/sheets/:sheetId/run', roles, open: runSheet },
  { method: 'GET', path: '/sheets/:sheetId/result.csv', roles, open: resultFile('csv') },
  { method: 'GET', path: '/sheets/:sheetId/result.xlsx', roles, open: resultFile('xlsx') },
];

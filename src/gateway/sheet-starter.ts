/** Has a sheet's workflow run, and only one of it. */
import type { Client } from '@temporalio/client';
import type { SheetInput } from '../../workflows/sheet.ts';

export const sheetWorkflowId = (sheetId: string): string => `sheet/${sheetId}`;

/** Asking again while it runs changes nothing; asking again after it was lost starts what is left. */
export const createSheetStarter =
  (client: Client, taskQueue: string) =>
  async (sheetId: string): Promise<void> => {
    const input: SheetInput = { sheetId };
    await client.workflow.start('sheet', {
      ...{ workflowId: sheetWorkflowId(sheetId), taskQueue, args: [input] },
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
  };

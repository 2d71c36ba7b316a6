/** What the workflow of a sheet may ask for. */
export interface SheetActivities {
  /** Runs the sheet's next lines for a few seconds; `done` once every line has its outcome. */
  runSheet(input: { sheetId: string }): Promise<{ settled: number; done: boolean }>;
}

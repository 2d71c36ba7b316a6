/** placeholder until the server is found and started here */
export async function startTemporalServer(_options: {
  folder: string;
  binaryFolder: string;
  tell?: (line: string) => void;
}): Promise<{ address: string; namespace: string; stop(): Promise<void> }> {
  throw new Error('not built yet');
}
export async function stopLeftoverTemporal(_folder: string): Promise<void> {}

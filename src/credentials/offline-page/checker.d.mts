export interface Known {
  readonly publicUrl: string;
  readonly keys: readonly object[];
  readonly lists: readonly string[];
}
export interface Checked {
  readonly verdict: 'VALID' | 'NOT_VALID' | 'NOT_YET' | 'NOT_GENUINE' | 'UNKNOWN';
  /** Seconds since 1970 at which the older of the two lists was made. */
  readonly asOf?: number;
  readonly certificate?: {
    readonly title: string;
    readonly holder: string;
    readonly number: string;
    readonly scheme: string;
    readonly units: readonly string[];
    readonly issuer: string;
    readonly validFrom: string;
    readonly validUntil: string;
  };
}
export function checkCertificate(text: string, known: Known, now: number): Promise<Checked>;

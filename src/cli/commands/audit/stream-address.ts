/** How an auditor names a stream on the command line. */

/** @param stream `journey/<id>`, `class/<id>` …; a bare id is a person's. */
export function streamAddress(stream: string): string {
  const [kind, ...rest] = stream.includes('/') ? stream.split('/') : ['journey', stream];
  return `/api/v1/audit/streams/${encodeURIComponent(kind ?? '')}/${encodeURIComponent(rest.join('/'))}`;
}

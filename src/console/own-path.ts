/** A path of this server; anything that could lead elsewhere is the start page. */
export function ownPath(path: string): string {
  return /^\/(?![/\\])[\x21-\x7e]{0,2000}$/.test(path) && !path.includes('\\') ? path : '/';
}

/** Options of a question as the address of it: what was not given is not asked. */
export function queryOf(own: Readonly<Record<string, string>>, names: readonly string[]): URLSearchParams {
  const asked = new URLSearchParams();
  for (const name of names) if (own[name] !== undefined) asked.set(name, own[name]);
  return asked;
}

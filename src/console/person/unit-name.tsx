/** A competency unit: its code, and what it is called where a programme says so. */
export function UnitName({
  code,
  names,
}: {
  readonly code: string;
  readonly names: ReadonlyMap<string, string>;
}) {
  const name = names.get(code);
  if (name === undefined) return <span>{code}</span>;
  return (
    <span>
      {name} <span class="titian-faint">{code}</span>
    </span>
  );
}

/** A name for something set aside: `settings.json` → `settings.damaged-2026-11-23T21-46-07-120.json`. */
export function datedName(name: string, now: number): string {
  const date = new Date(now).toISOString().replaceAll(/[:.]/g, '-').replace(/Z$/, '');
  const dot = name.lastIndexOf('.');
  return dot > 0 ? `${name.slice(0, dot)}.damaged-${date}${name.slice(dot)}` : `${name}.damaged-${date}`;
}

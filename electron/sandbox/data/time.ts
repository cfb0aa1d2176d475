/** A moment as Magento's database writes it: `2026-11-23 19:34:30`, in UTC. */
export function formatDatabaseTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ');
}
